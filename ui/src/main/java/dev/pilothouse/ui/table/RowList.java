package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows on screen. A batch swaps the whole list in one change, whose cost does not grow with the number of rows
/// that changed.
final class RowList extends ObservableListBase<Row> {
    private List<Row> rows = List.of();

    /// Shows `newRows`, an unmodifiable list, instead of what was there.
    void swap(List<Row> newRows) {
        List<Row> old = rows;
        beginChange();
        rows = newRows;
        nextReplace(0, newRows.size(), old);
        endChange();
    }

    /// The rows as they are now, unmodifiable.
    List<Row> snapshot() {
        return rows;
    }

    @Override
    public Row get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
