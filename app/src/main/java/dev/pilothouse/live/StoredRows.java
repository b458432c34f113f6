package dev.pilothouse.live;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// All rows of a table by uid, as the server gave them and as views show them. One thread at a time.
final class StoredRows {
    private final Map<String, Stored> byUid = new HashMap<>();
    private RowSchema schema = new RowSchema(List.of());

    /// One object.
    ///
    /// @param plain as the server gave it
    /// @param shown with what is laid over it; the same row where there is nothing
    private record Stored(Row plain, Row shown) {}

    /// The columns.
    RowSchema schema() {
        return schema;
    }

    /// How many objects there are.
    int size() {
        return byUid.size();
    }

    /// The rows as views show them, in no order.
    Collection<Row> shown() {
        List<Row> rows = new ArrayList<>(byUid.size());
        for (Stored stored : byUid.values()) rows.add(stored.shown);
        return rows;
    }

    /// Takes in what came. Objects that say the same as before are left as they are.
    ///
    /// @param overlay what to lay over rows
    /// @return what changed, one change per object
    Collection<RowChange> apply(List<Inbox.Step> steps, UnaryOperator<Row> overlay) {
        Map<String, RowChange> changes = new LinkedHashMap<>();
        for (Inbox.Step step : steps) {
            switch (step) {
                case Inbox.Rows(var came, var gone) -> {
                    for (String uid : gone) remove(uid, changes);
                    for (Row row : came.values()) put(row, overlay, changes);
                }
                case Inbox.Keep keep -> keep(keep, changes);
                case Inbox.Columns(var columns) -> use(columns, changes);
            }
        }
        return changes.values();
    }

    /// Lays the overlay anew over every row.
    ///
    /// @return the rows that look otherwise now
    Collection<RowChange> overlay(UnaryOperator<Row> overlay) {
        List<RowChange> changes = new ArrayList<>();
        for (Map.Entry<String, Stored> entry : byUid.entrySet()) {
            Stored stored = entry.getValue();
            Row shown = overlay.apply(stored.plain);
            if (shown.sameContent(stored.shown)) continue;
            changes.add(new RowChange(stored.shown, shown, false));
            entry.setValue(new Stored(stored.plain, shown));
        }
        return changes;
    }

    private void put(Row row, UnaryOperator<Row> overlay, Map<String, RowChange> changes) {
        if (row.width() != schema.columns().size()) return; // of columns that are no longer, or not yet, the table's
        Stored old = byUid.get(row.uid());
        if (old != null && old.plain.sameContent(row)) return;
        Stored stored = new Stored(row, overlay.apply(row));
        byUid.put(row.uid(), stored);
        record(row.uid(), new RowChange(old == null ? null : old.shown, stored.shown, true), changes);
    }

    private void remove(String uid, Map<String, RowChange> changes) {
        Stored old = byUid.remove(uid);
        if (old != null) record(uid, new RowChange(old.shown, null, true), changes);
    }

    private void keep(Inbox.Keep keep, Map<String, RowChange> changes) {
        Iterator<Map.Entry<String, Stored>> entries = byUid.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Stored> entry = entries.next();
            Row shown = entry.getValue().shown;
            boolean concerned = keep.namespace().isEmpty() || keep.namespace().equals(shown.namespace());
            if (!concerned || keep.uids().contains(entry.getKey())) continue;
            entries.remove();
            record(entry.getKey(), new RowChange(shown, null, true), changes);
        }
    }

    private void use(RowSchema columns, Map<String, RowChange> changes) {
        if (sameColumns(columns, schema)) return;
        Set<String> uids = new HashSet<>(byUid.keySet());
        for (String uid : uids) remove(uid, changes);
        schema = columns;
    }

    private static void record(String uid, RowChange change, Map<String, RowChange> changes) {
        changes.merge(uid, change, RowChange::then);
    }

    private static boolean sameColumns(RowSchema a, RowSchema b) {
        if (a.columns().size() != b.columns().size()) return false;
        for (int i = 0; i < a.columns().size(); i++) {
            Column<?> x = a.columns().get(i);
            Column<?> y = b.columns().get(i);
            if (!x.id().equals(y.id()) || x.type() != y.type() || x.wide() != y.wide()) return false;
        }
        return true;
    }
}
