package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The marked rows, by uid, and the end of the range that the next range mark starts from.
final class Marks {
    private final ObservableSet<String> uids = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObservableSet<String> readOnly = FXCollections.unmodifiableObservableSet(uids);
    private @Nullable String anchor;
    private @Nullable Row alone;

    ObservableSet<String> uids() {
        return uids;
    }

    ObservableSet<String> readOnly() {
        return readOnly;
    }

    void clear() {
        uids.clear();
        anchor = null;
    }

    void toggle(Row row) {
        if (!uids.remove(row.uid())) uids.add(row.uid());
        anchor = row.uid();
    }

    /// Marks everything from the last toggled row, or where it is gone from `index` itself, to `index`.
    void rangeTo(int index, List<Row> rows) {
        int from = anchor == null ? -1 : Cursor.find(anchor, rows, index);
        if (from < 0) from = index;
        rows.subList(Math.min(from, index), Math.max(from, index) + 1).forEach(row -> uids.add(row.uid()));
        anchor = rows.get(index).uid();
    }

    /// Where a range would start from when nothing was toggled before.
    void anchorAt(Row row) {
        if (uids.isEmpty()) anchor = row.uid();
    }

    /// Drops the marks of rows that are gone, given all rows there are.
    void keepOnly(List<Row> all) {
        if (uids.isEmpty()) return;
        Set<String> present = new HashSet<>();
        for (Row row : all) if (uids.contains(row.uid())) present.add(row.uid());
        uids.removeIf(uid -> !present.contains(uid));
    }

    /// What a command works on: the marked rows, or where there are none the selected one.
    List<Row> targets(List<Row> rows, @Nullable Row selected) {
        if (alone != null) return List.of(alone);
        if (!uids.isEmpty()) return among(rows);
        return selected == null ? List.of() : List.of(selected);
    }

    /// Runs a command on `row`, and on the other marked rows only if it is marked as well.
    void on(Row row, Runnable command) {
        alone = uids.contains(row.uid()) ? null : row;
        try {
            command.run();
        } finally {
            alone = null;
        }
    }

    /// The marked rows among `rows`, in their order.
    List<Row> among(List<Row> rows) {
        if (uids.isEmpty()) return List.of();
        return rows.stream().filter(row -> uids.contains(row.uid())).toList();
    }
}
