package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user looks at, and must still look at in the same place when the rows have been swapped: the selected
/// row if it is on screen, otherwise the first row on screen. Who has not moved from the top yet stays there while
/// rows come in; and where an order or a filter was asked for with the selection out of sight, one begins at the
/// top again.
///
/// @param uid the row that keeps its place on screen, or null where the place itself is kept, whichever row comes there
/// @param index the row's index before the swap, -1 for the top
/// @param first the index of the first row on screen before the swap, -1 where there was none
record Anchor(@Nullable String uid, int index, int first) {
    private static final Anchor TOP = new Anchor(null, -1, 0);

    /// What is looked at is a row, wherever it goes.
    ///
    /// @param asked whether the rows are swapped because the user asked for others
    static Anchor ofRow(Cursor cursor, List<Row> rows, Viewport viewport, boolean asked) {
        if (rows.isEmpty()) return new Anchor(null, 0, -1);
        int first = viewport.first();
        boolean selection = sees(viewport, cursor.index());
        if (cursor.untouched() ? asked || first == 0 : asked && !selection) return TOP;
        int index = selection ? cursor.index() : first;
        return index < rows.size() ? new Anchor(rows.get(index).uid(), index, first) : new Anchor(null, index, -1);
    }

    /// What is looked at is a place among the rows, for the user has asked for another order of them.
    static Anchor ofPlace(Cursor cursor, List<Row> rows, Viewport viewport) {
        if (rows.isEmpty()) return new Anchor(null, 0, -1);
        boolean seen = !cursor.untouched() && sees(viewport, cursor.index());
        return seen ? new Anchor(null, cursor.index(), viewport.first()) : TOP;
    }

    private static boolean sees(Viewport viewport, int index) {
        int first = viewport.first();
        return index >= first && index < first + viewport.capacity();
    }

    /// Shifts the rows so that it stands where it stood.
    void restore(Cursor cursor, List<Row> rows, Viewport viewport) {
        if (index < 0) {
            viewport.scrollTo(0);
        } else if (uid != null) {
            int found = Cursor.find(uid, rows, index);
            int now = found < 0 ? cursor.index() : found;
            viewport.scrollTo(Math.max(0, now - (index - first)));
        } else if (first >= 0) {
            viewport.scrollTo(first);
        } else if (cursor.index() >= 0) {
            viewport.reveal(cursor.index());
        } else {
            viewport.scrollTo(0); // whom it waits for has not come yet
        }
    }
}
