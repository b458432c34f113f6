package dev.pilothouse.live;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All rows of a table, as the server gave them and as views show them. One thread at a time.
///
/// They stand in their natural order, which no change to an object touches, so that a view in this order needs no
/// sort, and one in any other only a stable one.
final class StoredRows {
    private final Map<String, Stored> byUid = new HashMap<>();
    private final OrderedArray<Stored> ordered =
            new OrderedArray<>((a, b) -> Row.NATURAL_ORDER.compare(a.plain, b.plain), new Stored[0]);
    private RowSchema schema = new RowSchema(List.of());

    /// One object, of one namespace and name for good.
    private static final class Stored {
        /// As the server gave it.
        private Row plain;
        /// With what is laid over it; the same row where there is nothing.
        private Row shown;

        Stored(Row plain, Row shown) {
            this.plain = plain;
            this.shown = shown;
        }
    }

    /// What one run through the steps does.
    private static final class Work {
        private final Map<String, RowChange> changes = new LinkedHashMap<>();
        private final Set<Stored> going = new HashSet<>();
        private final Set<Stored> coming = new HashSet<>();

        void record(String uid, @Nullable Row before, @Nullable Row after) {
            changes.merge(uid, new RowChange(before, after), RowChange::then);
        }
    }

    /// The columns.
    RowSchema schema() {
        return schema;
    }

    /// How many objects there are.
    int size() {
        return byUid.size();
    }

    /// The rows as views show them, in their natural order.
    Collection<Row> shown() {
        List<Row> rows = new ArrayList<>(byUid.size());
        for (Stored stored : ordered.asList()) rows.add(stored.shown);
        return rows;
    }

    /// Takes in what came. Objects that say the same as before are left as they are.
    ///
    /// @param overlay what to lay over rows
    /// @return what changed, one change per object
    Collection<RowChange> apply(List<Inbox.Step> steps, UnaryOperator<Row> overlay) {
        Work work = new Work();
        for (Inbox.Step step : steps) {
            switch (step) {
                case Inbox.Rows(var came, var gone) -> {
                    for (String uid : gone) remove(uid, work);
                    for (Row row : came.values()) put(row, overlay, work);
                }
                case Inbox.Keep keep -> keep(keep, work);
                case Inbox.Columns(var columns) -> use(columns, work);
            }
        }
        ordered.change(work.going, work.coming);
        return work.changes.values();
    }

    /// Lays the overlay anew over every row.
    ///
    /// @return the rows that look otherwise now
    Collection<RowChange> overlay(UnaryOperator<Row> overlay) {
        List<RowChange> changes = new ArrayList<>();
        for (Stored stored : ordered.asList()) {
            Row shown = overlay.apply(stored.plain);
            if (shown.sameContent(stored.shown)) continue;
            changes.add(new RowChange(stored.shown, shown));
            stored.shown = shown;
        }
        return changes;
    }

    private void put(Row row, UnaryOperator<Row> overlay, Work work) {
        if (row.width() != schema.columns().size()) return; // of columns that are no longer, or not yet, the table's
        Stored old = byUid.get(row.uid());
        if (old != null && !sameName(old.plain, row)) {
            remove(row.uid(), work);
            old = null;
        }
        if (old != null && old.plain.sameContent(row)) return;
        Row shown = overlay.apply(row);
        work.record(row.uid(), old == null ? null : old.shown, shown);
        if (old == null) {
            Stored stored = new Stored(row, shown);
            byUid.put(row.uid(), stored);
            work.coming.add(stored);
        } else {
            old.plain = row;
            old.shown = shown;
        }
    }

    private void remove(String uid, Work work) {
        Stored old = byUid.remove(uid);
        if (old == null) return;
        work.record(uid, old.shown, null);
        if (!work.coming.remove(old)) work.going.add(old);
    }

    private void keep(Inbox.Keep keep, Work work) {
        for (Stored stored : List.copyOf(byUid.values())) {
            Row row = stored.plain;
            boolean concerned = keep.namespace().isEmpty() || keep.namespace().equals(row.namespace());
            if (concerned && !keep.uids().contains(row.uid())) remove(row.uid(), work);
        }
    }

    private void use(RowSchema columns, Work work) {
        if (sameColumns(columns, schema)) return;
        for (String uid : List.copyOf(byUid.keySet())) remove(uid, work);
        schema = columns;
    }

    private static boolean sameName(Row a, Row b) {
        return a.name().equals(b.name()) && a.namespace().equals(b.namespace());
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
