package dev.pilothouse.live;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final TableRequest ALL = TableRequest.of(Pods.KIND, NamespaceScope.all());

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeReader reader = new FakeReader();
    private final ReflectedTables tables = new ReflectedTables(
            reader,
            _ -> Optional.empty(),
            RowOverlay.NONE,
            new TableThreads(Runnable::run, scheduler, scheduler::nanoTime));
    private final List<TableResult> results = new ArrayList<>();

    @Test
    void whatIsReadAheadIsHeldBackAndIsTheViewsOwnWhenItComes() {
        Runnable goOn = tables.readAhead(ALL);
        assertThat(reader.heldBack).hasSize(1);

        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        sink.listing();
        sink.firstPage(List.of(pod("a").row()));
        open();
        assertThat(results.getLast().rows()).as("at once").extracting(Row::name).containsExactly("a");

        goOn.run();
        assertThat(reader.heldBack).isEmpty();
        scheduler.advance(ReflectedTables.LINGER.multipliedBy(2));
        assertThat(reader.started).hasSize(1);
        assertThat(reader.closed).isEmpty();
    }

    @Test
    void whatIsReadAheadForNobodyGoesOnByItselfAndIsLetGo() {
        tables.readAhead(ALL);
        scheduler.advance(ReflectedTables.HELD_BACK);
        assertThat(reader.heldBack).isEmpty();
        scheduler.advance(ReflectedTables.LINGER);
        assertThat(reader.closed).hasSize(1);
    }

    @Test
    void whatIsOnScreenAlreadyIsNotHeldBack() {
        open();
        tables.readAhead(ALL).run();
        assertThat(reader.heldBack).isEmpty();
        assertThat(reader.started).hasSize(1);
    }

    private void open() {
        tables.source(ALL).open(TableQuery.everything(), results::add);
    }
}
