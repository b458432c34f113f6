package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The places of rows by one value each: equal values have one rank, rows without a value the last.
///
/// Only different values are compared, and numbers without an object each: of 50,000 pods few differ in status, node
/// or restarts, but all in memory.
final class Ranks {
    private static final long FURTHEST_SECOND = Long.MAX_VALUE / 1_000_000_000L - 1;

    private final int[] ofRow;
    private final int count;

    /// Ranks by row, that of rows without a value being the last.
    private Ranks(int[] ofRow, int count) {
        this.ofRow = ofRow;
        this.count = count;
    }

    /// Ranks by the order of the values.
    ///
    /// @param reversed whether `order` puts the greatest number first
    static Ranks of(Row[] rows, Function<Row, @Nullable Object> value, Comparator<Object> order, boolean reversed) {
        @Nullable Object[] values = new @Nullable Object[rows.length];
        boolean numbers = true;
        for (int i = 0; i < rows.length; i++) {
            values[i] = value.apply(rows[i]);
            numbers &= isNumber(values[i]);
        }
        return numbers ? ofNumbers(values, reversed) : ofObjects(values, order);
    }

    /// Puts rows in the order of their ranks; rows of one rank stay as they stand.
    Row[] arrange(Row[] rows) {
        int[] next = new int[count + 1];
        for (int rank : ofRow) next[rank + 1]++;
        for (int i = 1; i < next.length; i++) next[i] += next[i - 1];
        Row[] arranged = new Row[rows.length];
        for (int i = 0; i < rows.length; i++) arranged[next[ofRow[i]]++] = rows[i];
        return arranged;
    }

    private static Ranks ofObjects(@Nullable Object[] values, Comparator<Object> order) {
        Set<Object> different = new LinkedHashSet<>(); // as they come, for what is half in order is sorted sooner
        for (Object each : values) if (each != null) different.add(each);
        Object[] sorted = different.toArray();
        Arrays.sort(sorted, order);
        Map<Object, Integer> rankOf = HashMap.newHashMap(sorted.length);
        int rank = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && order.compare(sorted[i - 1], sorted[i]) != 0) rank++;
            rankOf.put(sorted[i], rank);
        }
        int last = rank + 1;
        int[] ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) {
            Object each = values[i];
            ranks[i] = each == null ? last : rankOf.getOrDefault(each, last);
        }
        return new Ranks(ranks, last + 1);
    }

    private static Ranks ofNumbers(@Nullable Object[] values, boolean reversed) {
        long[] keys = new long[values.length];
        long[] sorted = new long[values.length];
        int known = 0;
        for (int i = 0; i < keys.length; i++) {
            Object each = values[i];
            if (each == null) continue;
            keys[i] = key(each);
            sorted[known++] = keys[i];
        }
        Arrays.sort(sorted, 0, known);
        int different = 0;
        for (int i = 0; i < known; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[different++] = sorted[i];
        }
        int[] ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) {
            int rank = values[i] == null ? different : Arrays.binarySearch(sorted, 0, different, keys[i]);
            ranks[i] = reversed && values[i] != null ? different - 1 - rank : rank;
        }
        return new Ranks(ranks, different + 1);
    }

    private static boolean isNumber(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Long _, Integer _ -> true;
            case Instant time -> Math.abs(time.getEpochSecond()) < FURTHEST_SECOND;
            default -> false;
        };
    }

    private static long key(Object number) {
        return number instanceof Instant time
                ? time.getEpochSecond() * 1_000_000_000L + time.getNano()
                : ((Number) number).longValue();
    }
}
