package dev.pilothouse.live;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A table that is read by a request per namespace.
class SeveralNamespacesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeReader reader = new FakeReader();
    private final ReflectedTables tables = new ReflectedTables(
            reader,
            _ -> Optional.empty(),
            RowOverlay.NONE,
            new TableThreads(Runnable::run, scheduler, scheduler::nanoTime));
    private final List<TableResult> results = new ArrayList<>();

    private void open(TableRequest request) {
        tables.source(request).open(TableQuery.everything(), results::add);
    }

    @Test
    void deniedInOneNamespaceDoesNotHideTheOthers() {
        open(TableRequest.of(Pods.KIND, NamespaceScope.of(List.of("team-a", "team-b"))));
        assertThat(reader.started).extracting(query -> query.namespace()).containsExactly("team-a", "team-b");
        SyncState.Denied denied = new SyncState.Denied(
                "list", "pods", new Failure.Forbidden("GET /api/v1/pods", "", "list", "pods", "team-b"));
        reader.sink("team-b").state(denied, 0);
        pass();
        assertThat(last().state()).as("the other still loads").isInstanceOf(SyncState.Loading.class);

        list(reader.sink("team-a"), pod("a").in("team-a").row());
        pass();
        assertThat(names()).containsExactly("a");
        assertThat(last().state()).isEqualTo(denied);
        assertThat(last().namespaceStates()).containsEntry("team-a", new SyncState.Live(NOW));
    }

    @Test
    void aRelistOfOneNamespaceLeavesTheOthersAlone() {
        open(TableRequest.of(Pods.KIND, NamespaceScope.of(List.of("team-a", "team-b"))));
        list(reader.sink("team-a"), pod("a").in("team-a").row());
        list(reader.sink("team-b"), pod("b").in("team-b").row());
        list(reader.sink("team-a"));
        pass();
        assertThat(names()).containsExactly("b");
    }

    @Test
    void aStateThatChangesBelowTheWorstOneIsToldAsWell() {
        open(TableRequest.of(Pods.KIND, NamespaceScope.of(List.of("team-a", "team-b"))));
        SyncState.Failed failed = new SyncState.Failed(new Failure.NotFound("GET /api/v1/pods", ""));
        reader.sink("team-b").state(failed, 0);
        list(reader.sink("team-a"), pod("a").in("team-a").row());
        pass();

        SyncState.Stale stale = new SyncState.Stale(NOW, new Failure.Unreachable("GET /api/v1/pods", ""));
        reader.sink("team-a").state(stale, 0);
        pass();
        assertThat(last().state()).isEqualTo(failed);
        assertThat(last().namespaceStates()).containsEntry("team-a", stale);
    }

    private static void list(RowSink sink, Row... rows) {
        sink.schema(Pods.SCHEMA);
        sink.listing();
        sink.rows(List.of(rows));
        sink.listed();
        sink.state(new SyncState.Live(NOW), 100);
    }

    private void pass() {
        scheduler.advance(TableStore.PACE);
    }

    private TableResult last() {
        return results.getLast();
    }

    private List<String> names() {
        return last().rows().stream().map(Row::name).toList();
    }
}
