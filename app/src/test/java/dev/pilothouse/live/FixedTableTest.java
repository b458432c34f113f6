package dev.pilothouse.live;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FixedTableTest {
    private static final SyncState LIVE = new SyncState.Live(Instant.EPOCH);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final FixedTable table =
            new FixedTable(new TableThreads(Runnable::run, scheduler, scheduler::nanoTime), refreshed::incrementAndGet);
    private final List<TableResult> results = new ArrayList<>();

    @Test
    void rowsPushedBeforeAndAfterAViewOpensAreShownInItsOrder() {
        table.update(Pods.SCHEMA, List.of(pod("a").row(), pod("b").row()), LIVE);
        TableQuery query = new TableQuery(Filter.none(), false, new Sort("name", true));
        TableFeed feed = table.open(query, results::add);
        assertThat(names()).containsExactly("b", "a");

        table.update(Pods.SCHEMA, List.of(pod("c").row(), pod("b").row()), LIVE);
        scheduler.advance(TableStore.PACE);
        assertThat(names()).containsExactly("c", "b");
        feed.refresh();
        assertThat(refreshed).hasValue(1);
    }

    @Test
    void rowsWithoutSuchColumnsStillSortByNameAndAge() {
        RowSchema schema = new RowSchema(List.of(Column.text("image")));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            rows.add(new RowBuilder(schema)
                    .identity("uid" + i, "", "c" + i)
                    .created(Instant.ofEpochSecond(i == 2 ? 0 : 100 + i))
                    .build());
        }
        table.update(schema, rows, LIVE);
        TableFeed feed = table.open(new TableQuery(Filter.none(), false, new Sort("name", true)), results::add);
        assertThat(names()).containsExactly("c3", "c2", "c1");
        feed.query(new TableQuery(Filter.none(), false, new Sort("age", false)));
        assertThat(names()).as("the youngest first").containsExactly("c3", "c1", "c2");
    }

    @Test
    void aNewStateIsToldWithTheSameRows() {
        table.update(Pods.SCHEMA, List.of(pod("a").row()), new SyncState.Loading(0, 0));
        table.open(TableQuery.everything(), results::add);
        List<Row> before = results.getLast().rows();
        scheduler.advance(TableStore.PACE);
        table.state(LIVE);
        assertThat(results.getLast().state()).isEqualTo(LIVE);
        assertThat(results.getLast().rows()).isEqualTo(before);
    }

    private List<String> names() {
        return results.getLast().rows().stream().map(Row::name).toList();
    }
}
