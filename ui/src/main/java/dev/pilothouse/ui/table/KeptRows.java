package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.AbstractList;
import java.util.List;

/// The rows of a table that is out of sight: as many as there were, but only those that were on screen are held on to.
/// In the place of any other stands one of them, which nobody sees.
final class KeptRows extends AbstractList<Row> {
    private final int size;
    private final int from;
    private final List<Row> kept;

    /// @param rows all rows, not empty
    /// @param from the index of the first to keep
    /// @param to the index after the last to keep
    KeptRows(List<Row> rows, int from, int to) {
        this.size = rows.size();
        this.from = Math.clamp(from, 0, size - 1);
        this.kept = List.copyOf(rows.subList(this.from, Math.clamp(to, this.from + 1, size)));
    }

    @Override
    public Row get(int index) {
        return kept.get(Math.clamp(index - from, 0, kept.size() - 1));
    }

    @Override
    public int size() {
        return size;
    }
}
