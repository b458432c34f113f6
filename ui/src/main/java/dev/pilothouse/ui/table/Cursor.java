package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the selection is, through batches that move, change and remove rows: on its row, by uid, or at its place.
final class Cursor {
    private @Nullable String uid;
    private int index = -1;
    private boolean untouched = true;

    /// Forgets everything; waits for the row of `wanted`, or takes the first where it is null.
    void reset(@Nullable String wanted) {
        uid = wanted;
        index = -1;
        untouched = wanted == null;
    }

    /// The index of the selected row, -1 where there is none.
    int index() {
        return index;
    }

    /// Whether the user has not moved it yet, so that it stays on the first row while rows come in.
    boolean untouched() {
        return untouched;
    }

    /// Puts it on this row, or the nearest there is.
    void moveTo(int wanted, List<Row> rows) {
        untouched = false;
        put(wanted, rows);
    }

    /// Finds its row again after a swap.
    ///
    /// @param loading whether more rows are to come, so that a row that is missing may still come
    void follow(List<Row> old, List<Row> now, boolean loading) {
        if (untouched || uid == null) {
            put(0, now);
            return;
        }
        int found = find(uid, now, index);
        if (found >= 0) {
            index = found;
        } else if (index >= 0) {
            put(neighbour(old, now), now);
        } else if (!loading) {
            untouched = true;
            put(0, now);
        }
    }

    /// Stays where it is after a swap that put the rows in another order, whichever row is there now. Who still
    /// waits for a row goes on waiting.
    void stay(List<Row> old, List<Row> now, boolean loading) {
        if (untouched || index < 0) follow(old, now, loading);
        else put(index, now);
    }

    private void put(int wanted, List<Row> rows) {
        index = rows.isEmpty() ? -1 : Math.clamp(wanted, 0, rows.size() - 1);
        if (index >= 0) uid = rows.get(index).uid();
    }

    private int neighbour(List<Row> old, List<Row> now) {
        Set<String> present = now.stream().map(Row::uid).collect(Collectors.toCollection(HashSet::new));
        for (int i = index + 1; i < old.size(); i++) {
            if (present.contains(old.get(i).uid())) return find(old.get(i).uid(), now, index);
        }
        for (int i = Math.min(index, old.size()) - 1; i >= 0; i--) {
            if (present.contains(old.get(i).uid())) return find(old.get(i).uid(), now, index);
        }
        return 0;
    }

    /// The index of the row of `uid`, -1 where there is none; looks near `near` first, for rows seldom move far.
    static int find(String uid, List<Row> rows, int near) {
        int size = rows.size();
        int start = Math.clamp(near, 0, Math.max(0, size - 1));
        for (int below = start, above = start + 1; below >= 0 || above < size; below--, above++) {
            if (below >= 0 && below < size && rows.get(below).uid().equals(uid)) return below;
            if (above < size && rows.get(above).uid().equals(uid)) return above;
        }
        return -1;
    }
}
