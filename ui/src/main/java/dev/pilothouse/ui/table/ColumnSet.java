package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which columns a table shows: what the user made of them, less those that would say the same in every row, such as
/// the namespace where only one is on screen. In wide mode there are all.
final class ColumnSet {
    final BooleanProperty wide = new SimpleBooleanProperty();
    final ObjectProperty<TableLayout> layout = new SimpleObjectProperty<>(TableLayout.untouched());
    private Set<String> implied = Set.of();
    private Set<String> leftOut = Set.of();

    /// These columns go without saying; takes effect with the next rows.
    void imply(Set<String> columns) {
        implied = Set.copyOf(columns);
    }

    /// The pane has no room for these, so that nobody can pick them.
    void leftOut(Set<String> columns) {
        leftOut = Set.copyOf(columns);
    }

    /// What goes without saying, unless in wide mode.
    Set<String> implied() {
        return implied;
    }

    /// Whether a column goes without saying now.
    boolean implies(String column) {
        return !wide.get() && implied.contains(column);
    }

    /// The columns to show, in their order.
    List<Column<?>> shown(RowSchema schema) {
        return complete(schema).stream().filter(column -> !implies(column.id())).toList();
    }

    /// The same with what goes without saying on screen, but not in a file.
    List<Column<?>> complete(RowSchema schema) {
        return layout.get().columns(schema, wide.get());
    }

    /// The ids of columns that can be picked.
    List<String> pickable(RowSchema schema) {
        return shown(schema).stream()
                .map(Column::id)
                .filter(id -> !leftOut.contains(id))
                .toList();
    }
}
