package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The marked rows, by uid, and the end of the range that the next range mark starts from.
final class Marks {
    /// How far a marked row may move in one batch, in rows, before all rows are searched for it.
    private static final int NEAR = 32;

    private final ReadOnlyObjectWrapper<Set<String>> uids = new ReadOnlyObjectWrapper<>(Set.of());
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable String anchor;
    private @Nullable Row alone;

    /// Their uids. Tens of thousands may be marked at once: that is one change.
    ReadOnlyObjectProperty<Set<String>> uidsProperty() {
        return uids.getReadOnlyProperty();
    }

    Set<String> uids() {
        return uids.get();
    }

    void clear() {
        anchor = null;
        if (places.isEmpty()) return;
        places.clear();
        announce();
    }

    void toggle(Row row) {
        if (places.remove(row.uid()) == null) places.put(row.uid(), 0);
        anchor = row.uid();
        announce();
    }

    /// Marks everything from the last toggled row, or where it is gone from `index` itself, to `index`.
    void rangeTo(int index, List<Row> rows) {
        int from = anchor == null ? -1 : Cursor.find(anchor, rows, index);
        if (from < 0) from = index;
        for (int i = Math.min(from, index); i <= Math.max(from, index); i++)
            places.put(rows.get(i).uid(), i);
        anchor = rows.get(index).uid();
        announce();
    }

    /// Where a range would start from when nothing was toggled before.
    void anchorAt(Row row) {
        if (places.isEmpty()) anchor = row.uid();
    }

    /// Drops the marks of rows that are gone, given all rows there are. Called with each batch: it looks where
    /// they stood before, and at all rows only where one is not there.
    void keepOnly(List<Row> all) {
        if (places.entrySet().stream().allMatch(mark -> standsNear(mark, all))) return;
        int before = places.size();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < all.size() && found.size() < before; i++) {
            if (places.containsKey(all.get(i).uid())) found.put(all.get(i).uid(), i);
        }
        places.clear();
        places.putAll(found);
        if (found.size() < before) announce();
    }

    private static boolean standsNear(Map.Entry<String, Integer> mark, List<Row> all) {
        int last = mark.getValue();
        for (int i = Math.max(0, last - NEAR); i <= Math.min(last + NEAR, all.size() - 1); i++) {
            if (!all.get(i).uid().equals(mark.getKey())) continue;
            mark.setValue(i);
            return true;
        }
        return false;
    }

    private void announce() {
        uids.set(Set.copyOf(places.keySet()));
    }

    /// What a command works on: the marked rows, or where there are none the selected one.
    List<Row> targets(List<Row> rows, @Nullable Row selected) {
        if (alone != null) return List.of(alone);
        if (!places.isEmpty()) return among(rows);
        return selected == null ? List.of() : List.of(selected);
    }

    /// Runs a command on `row`, and on the other marked rows only if it is marked as well.
    void on(Row row, Runnable command) {
        alone = places.containsKey(row.uid()) ? null : row;
        try {
            command.run();
        } finally {
            alone = null;
        }
    }

    /// The marked rows among `rows`, in their order.
    private List<Row> among(List<Row> rows) {
        return rows.stream().filter(row -> places.containsKey(row.uid())).toList();
    }
}
