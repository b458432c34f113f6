package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is typed after `/`, understood.
public interface Filter {

    /// Whether `row` stays.
    boolean test(Row row, RowSchema schema);

    /// The same question about rows of these columns, for whoever asks it of tens of thousands.
    default Predicate<Row> over(RowSchema schema) {
        return row -> test(row, schema);
    }

    /// Whether every row that it lets pass is also let pass by `wider`, now and later; false where that is not known.
    /// So whoever types on is answered from the rows that are on screen.
    default boolean narrows(Filter wider) {
        return wider.isEmpty();
    }

    /// Which parts of a cell's text to highlight, in order, without overlap. Empty for filters that match no text.
    ///
    /// @param column the id of the cell's column
    /// @param text the text on screen
    List<Span> matches(String column, String text);

    /// Whether it lets every row pass.
    default boolean isEmpty() {
        return this instanceof NoFilter;
    }

    /// Whether its answer about the same row changes as time goes by, as with ages.
    ///
    /// @param schema the columns of the rows
    default boolean dependsOnTime(RowSchema schema) {
        return false;
    }

    /// What went wrong while it was tested, such as a regular expression that takes too long; null where nothing did.
    default @Nullable Text problem() {
        return null;
    }

    /// The filter that lets every row pass.
    static Filter none() {
        return NoFilter.INSTANCE;
    }

    /// A part of a text.
    ///
    /// @param start the first character
    /// @param end the character after the last
    record Span(int start, int end) {}
}
