package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Row;
import org.jspecify.annotations.Nullable;

/// What a cell asks of the table around it.
interface CellContext {

    /// What a cell says now, in the language of the moment.
    CellText text(Column<?> column, @Nullable Object value);

    /// The filter whose matches are highlighted.
    Filter filter();

    /// How strongly a cell glows, 0 for not at all.
    int glow(String uid, int column);

    /// What is to be said of a column's values, empty where there is nothing.
    String note(Column<?> column);

    /// What is to be said of a row's value in a column, empty where there is nothing.
    ///
    /// @param text what the cell says
    String note(Column<?> column, Row row, String text);

    /// Whether a row's usage was measured too long ago to be taken for that of now.
    boolean outdated(Row row);

    /// Why an object is not well, empty where there is nothing to say.
    String reason(Health health);
}
