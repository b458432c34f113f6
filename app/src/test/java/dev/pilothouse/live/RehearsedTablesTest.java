package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsedTablesTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final TableThreads threads = new TableThreads(Runnable::run, scheduler, scheduler::nanoTime);
    private final FakeReader reader = new FakeReader();
    private final List<String> asked = new ArrayList<>();
    private final LiveTables tables = new RehearsedTables(
            new ReflectedTables(reader, _ -> Optional.empty(), RowOverlay.NONE, threads), new Never(), threads);
    private final List<TableResult> results = new ArrayList<>();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theFirstLongListIsFilteredOnceWhenTheWindowHasComeToRest() {
        list(RehearsedTables.LONG);
        assertThat(asked).as("at once").isEmpty();

        scheduler.advance(RehearsedTables.REST);
        assertThat(asked).hasSize(RehearsedTables.LONG);

        reader.sink("").changed(Pods.pod("web-1").status("Pending").row());
        scheduler.advance(RehearsedTables.REST.multipliedBy(2));
        assertThat(asked).as("after a change").hasSize(RehearsedTables.LONG);
        assertThat(results.getLast().rows()).as("all rows stay").hasSize(RehearsedTables.LONG);
    }

    @Test
    void whoHasFilteredAlreadyIsNotInTheWayOfARehearsal() {
        tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all()))
                .open(new TableQuery(new Never(), false, null), results::add);
        list(RehearsedTables.LONG);
        asked.clear();
        scheduler.advance(RehearsedTables.REST.multipliedBy(2));
        assertThat(asked).isEmpty();
    }

    @Test
    void aShortListIsNotWorthIt() {
        list(RehearsedTables.LONG - 1);
        scheduler.advance(RehearsedTables.REST.multipliedBy(2));
        assertThat(asked).isEmpty();
    }

    @Test
    void aClusterThatWasLeftMeanwhileIsNot() {
        list(RehearsedTables.LONG);
        tables.close();
        scheduler.advance(RehearsedTables.REST.multipliedBy(2));
        assertThat(asked).isEmpty();
    }

    private void list(int pods) {
        tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all())).open(TableQuery.everything(), results::add);
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        sink.rows(IntStream.range(0, pods)
                .mapToObj(n -> Pods.pod("web-" + n).row())
                .toList());
        sink.listed();
        sink.state(new SyncState.Live(Instant.EPOCH), 1);
        scheduler.advance(TableStore.PACE);
    }

    /// Lets no row pass, and notes which it was asked about.
    private final class Never implements Filter {
        @Override
        public boolean test(Row row, RowSchema schema) {
            asked.add(row.name());
            return false;
        }

        @Override
        public List<Span> matches(String column, String text) {
            return List.of();
        }
    }
}
