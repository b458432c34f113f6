package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.resource.Row;
import dev.pilothouse.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTraceTest {
    private static final List<Row> ROWS = List.of(FakeSource.row("web", "Running", 0));
    private static final TableResult LIVE = new TableResult(
            FakeSource.SCHEMA,
            ROWS,
            1,
            TableQuery.everything(),
            null,
            new SyncState.Live(Instant.EPOCH),
            Map.of(),
            Set.of(),
            1,
            1,
            0);

    @Test
    void rowsOfTheViewBeforeAreNotTakenForThoseOfTheNext(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (Trace trace = Trace.to(file)) {
            TableTrace table = new TableTrace(trace);
            table.opened("pods");
            int pods = table.view();
            table.opened("deployments");
            table.laidOut(LIVE, pods, 0, 0, 0, Viewport.none());
            assertThat(Files.readString(file)).isEmpty();

            table.laidOut(LIVE, table.view(), 0, 0, 0, Viewport.none());
        }
        assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.contains("deployments"));
    }
}
