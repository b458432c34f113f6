package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user looks at, and must still look at in the same place when the rows have been swapped: the selected
/// row if it is on screen, otherwise the first row on screen. Who has not moved from the top yet stays there while
/// rows come in; and where an order or a filter was asked for with the selection out of sight, one begins at the
/// top again.
///
/// @param uid the row, or null where there is none
/// @param index its index before the swap, -1 for the top
/// @param first the index of the first row on screen before the swap
record Anchor(@Nullable String uid, int index, int first) {

    /// @param asked whether the rows are swapped because the user asked for others, or for another order
    static Anchor of(Cursor cursor, List<Row> rows, Viewport viewport, boolean asked) {
        if (rows.isEmpty()) return new Anchor(null, 0, 0);
        int first = viewport.first();
        boolean selection = cursor.index() >= first && cursor.index() < first + viewport.capacity();
        if (cursor.untouched() ? asked || first == 0 : asked && !selection) return new Anchor(null, -1, 0);
        int index = selection ? cursor.index() : first;
        return new Anchor(index < rows.size() ? rows.get(index).uid() : null, index, first);
    }

    /// Shifts the rows so that it stands where it stood.
    void restore(Cursor cursor, List<Row> rows, Viewport viewport) {
        if (index < 0) {
            viewport.scrollTo(0);
        } else if (uid != null) {
            int found = Cursor.find(uid, rows, index);
            int now = found < 0 ? cursor.index() : found;
            viewport.scrollTo(Math.max(0, now - (index - first)));
        } else if (cursor.index() >= 0) {
            viewport.reveal(cursor.index());
        }
    }
}
