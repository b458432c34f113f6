package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of one view, filtered and in order, kept so from batch to batch.
final class SortedRows {
    private static final Row[] NONE = {};

    private final RowOrder order;
    private final Predicate<Row> filter;
    private final OrderedArray<Row> rows;

    /// No rows yet.
    SortedRows(RowOrder order, Predicate<Row> filter) {
        this.order = order;
        this.filter = filter;
        this.rows = new OrderedArray<>(order, NONE);
    }

    /// The rows of the moment.
    List<Row> asList() {
        return rows.asList();
    }

    /// Starts over with those of `all` that pass.
    ///
    /// @param all rows in their natural order
    /// @param cancelled whether nobody wants the answer any more; asked at every row
    /// @return whether it came to an end; otherwise the rows are as they were
    boolean reset(Collection<Row> all, BooleanSupplier cancelled) {
        Row[] kept = passing(all, cancelled);
        if (kept == null) return false;
        Row[] arranged = order.arrange(kept);
        if (cancelled.getAsBoolean()) return false;
        rows.reset(arranged);
        return true;
    }

    /// Starts over with those of a view in the same order that pass, where no others can.
    ///
    /// @param cancelled whether nobody wants the answer any more; asked at every row
    /// @return whether it came to an end; otherwise the rows are as they were
    boolean narrow(SortedRows wider, BooleanSupplier cancelled) {
        Row[] kept = passing(wider.asList(), cancelled);
        if (kept == null) return false;
        rows.reset(kept);
        return true;
    }

    /// Those that pass, in their order; null where nobody wants them any more.
    private Row @Nullable [] passing(Collection<Row> all, BooleanSupplier cancelled) {
        Row[] kept = new Row[all.size()];
        int size = 0;
        for (Row row : all) {
            if (cancelled.getAsBoolean()) return null;
            if (filter.test(row)) kept[size++] = row;
        }
        return size == kept.length ? kept : Arrays.copyOf(kept, size);
    }

    /// Takes in a batch that names every object at most once. Returns whether anything changed on screen.
    boolean apply(Collection<RowChange> changes) {
        List<Row> going = new ArrayList<>(changes.size());
        List<Row> coming = new ArrayList<>(changes.size());
        for (RowChange change : changes) {
            if (change.before() != null) going.add(change.before());
            Row after = change.after();
            if (after != null && filter.test(after)) coming.add(after);
        }
        return rows.change(going, coming);
    }
}
