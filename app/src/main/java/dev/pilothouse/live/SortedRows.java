package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The rows of one view, filtered and in order, kept so from batch to batch.
///
/// A batch of `k` changes to `n` rows costs `k log n` comparisons and one copy of the array: old places are found by
/// binary search, for the order is total and rows never change. Handed-out lists are never touched again.
final class SortedRows {
    private static final Row[] NONE = {};

    private final Comparator<Row> order;
    private final Predicate<Row> filter;
    private Row[] rows = NONE;

    /// No rows yet.
    SortedRows(Comparator<Row> order, Predicate<Row> filter) {
        this.order = order;
        this.filter = filter;
    }

    /// The rows of the moment.
    List<Row> asList() {
        return Collections.unmodifiableList(Arrays.asList(rows));
    }

    /// Starts over with those of `all` that pass.
    void reset(Collection<Row> all) {
        Row[] kept = new Row[all.size()];
        int size = 0;
        for (Row row : all) if (filter.test(row)) kept[size++] = row;
        Arrays.sort(kept, 0, size, order);
        rows = size == kept.length ? kept : Arrays.copyOf(kept, size);
    }

    /// Takes in a batch that names every object at most once. Returns whether anything changed on screen.
    boolean apply(Collection<RowChange> changes) {
        int[] leaving = new int[changes.size()];
        Row[] coming = new Row[changes.size()];
        int left = 0;
        int come = 0;
        for (RowChange change : changes) {
            int place = change.before() == null ? -1 : find(change.before());
            if (place >= 0) leaving[left++] = place;
            Row after = change.after();
            if (after != null && filter.test(after)) coming[come++] = after;
        }
        if (left == 0 && come == 0) return false;
        Arrays.sort(leaving, 0, left);
        Arrays.sort(coming, 0, come, order);
        rows = merge(leaving, left, coming, come);
        return true;
    }

    private Row[] merge(int[] leaving, int left, Row[] coming, int come) {
        Row[] merged = new Row[rows.length - left + come];
        int from = 0;
        int to = 0;
        int nextLeaving = 0;
        int nextComing = 0;
        while (nextLeaving < left || nextComing < come) {
            int insertAt = nextComing < come ? placeFor(coming[nextComing], from) : Integer.MAX_VALUE;
            int leaveAt = nextLeaving < left ? leaving[nextLeaving] : Integer.MAX_VALUE;
            int until = Math.min(insertAt, leaveAt);
            System.arraycopy(rows, from, merged, to, until - from);
            to += until - from;
            from = until;
            if (insertAt <= leaveAt) {
                merged[to++] = coming[nextComing++];
            } else {
                from++;
                nextLeaving++;
            }
        }
        System.arraycopy(rows, from, merged, to, rows.length - from);
        return merged;
    }

    /// The first place at or after `from` whose row does not come before `row`.
    private int placeFor(Row row, int from) {
        int place = Arrays.binarySearch(rows, from, rows.length, row, order);
        return place >= 0 ? place : -place - 1;
    }

    /// Where this very row stands, -1 where it does not.
    private int find(Row row) {
        int place = Arrays.binarySearch(rows, row, order);
        return place >= 0 && rows[place] == row ? place : -1;
    }
}
