package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Rows kept in order batch by batch are the rows that filtering and sorting everything anew would give.
class SortedRowsProperties {
    private static final List<String> COLUMNS = List.of("name", "namespace", "restarts", "status", "age", "none");

    @Property(tries = 300)
    void batchesGiveWhatSortingAnewGives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int objects, @ForAll boolean descending) {
        Random random = new Random(seed);
        Sort sort = new Sort(COLUMNS.get(random.nextInt(COLUMNS.size())), descending);
        RowOrder order = RowOrder.of(sort, Pods.SCHEMA);
        Predicate<Row> filter = row -> row.name().hashCode() % 3 != 0;
        Map<String, Row> all = new HashMap<>();
        SortedRows sorted = new SortedRows(order, filter);
        assertThat(sorted.reset(all.values(), () -> false)).isTrue();

        for (int batch = 0; batch < 12; batch++) {
            sorted.apply(randomBatch(random, objects, all));
            assertThat(sorted.asList())
                    .containsExactlyElementsOf(
                            all.values().stream().filter(filter).sorted(order).toList());
        }
    }

    @Property(tries = 100)
    void theOrderIsTotal(@ForAll long seed, @ForAll boolean descending) {
        Random random = new Random(seed);
        Comparator<Row> order =
                RowOrder.of(new Sort(COLUMNS.get(random.nextInt(COLUMNS.size())), descending), Pods.SCHEMA);
        Row a = randomRow(random, random.nextInt(4));
        Row b = randomRow(random, random.nextInt(4));
        Row c = randomRow(random, random.nextInt(4));
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isNotPositive();
        }
    }

    private static List<RowChange> randomBatch(Random random, int objects, Map<String, Row> all) {
        Map<String, RowChange> batch = new HashMap<>();
        int size = random.nextInt(20);
        for (int i = 0; i < size; i++) {
            int number = random.nextInt(objects);
            String uid = "uid-" + number;
            Row before = all.get(uid);
            @Nullable Row after = random.nextInt(4) == 0 ? null : randomRow(random, number);
            if (after == null) all.remove(uid);
            else all.put(uid, after);
            batch.merge(uid, new RowChange(before, after), RowChange::then);
        }
        return new ArrayList<>(batch.values());
    }

    private static Row randomRow(Random random, int number) {
        return Pods.pod("web-" + random.nextInt(15))
                .in("team-" + random.nextInt(3))
                .uid("uid-" + number)
                .status(random.nextBoolean() ? "Running" : "Pending")
                .restarts(random.nextInt(3) == 0 ? null : (long) random.nextInt(4))
                .row();
    }
}
