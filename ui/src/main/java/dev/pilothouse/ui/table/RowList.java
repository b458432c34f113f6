package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows on screen. A batch swaps the whole list in one change, whose cost does not grow with the number of rows.
///
/// The change says that the places which were there and still are show something else, and that places at the end came
/// or went. That is as true as to say that all rows were replaced by all others, and it spares the table view from
/// throwing away every row on screen: it then redraws those that are another object than before, and no others.
final class RowList extends ObservableListBase<Row> {
    private List<Row> rows = List.of();

    /// Shows `newRows`, an unmodifiable list, instead of what was there.
    @SuppressWarnings("ReferenceEquality") // an unmodifiable list is what it was
    void swap(List<Row> newRows) {
        List<Row> old = rows;
        if (old == newRows || (old.isEmpty() && newRows.isEmpty())) return;
        rows = newRows;
        fireChange(new Swap(this, old));
    }

    /// Lets go of all rows but those from `from` up to `to`, which stay on screen while nobody looks; there are as many
    /// as before, and nobody is told.
    void forgetBut(int from, int to) {
        if (!rows.isEmpty()) rows = new KeptRows(rows, from, to);
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
