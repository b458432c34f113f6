package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.table.TableStart;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypeAheadTest {
    private static final SyncState READING = new SyncState.Loading(0, 0);

    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final HeldTable source = new HeldTable();
    private final TableModel table =
            new TableModel(ui::add, text -> FilterReader.Reading.of(Filter.none()), Trace.off());
    private final SimpleBooleanProperty leaving = new SimpleBooleanProperty();
    private final TypeAhead typed = new TypeAhead(table, leaving, ui::add);
    private final List<String> described = new ArrayList<>();

    @BeforeEach
    void open() {
        table.open(source, "pods", TableStart.plain());
    }

    @Test
    void aCommandOnARowThatIsOnItsWayWaitsForIt() {
        typed.run(this::describe);
        assertThat(described).isEmpty();

        source.show(READING, "a", "b");
        settle();

        assertThat(described).containsExactly("a");
    }

    @Test
    void keysKeepTheirOrder() {
        typed.run(() -> table.selection().moveBy(1));
        typed.run(() -> table.selection().moveBy(1));
        typed.run(this::describe);

        source.show(READING, "a", "b", "c", "d");
        settle();

        assertThat(described).containsExactly("c");
    }

    @Test
    void aCommandRunsAtOnceWhereThereIsARow() {
        source.show(new SyncState.Live(Instant.EPOCH), "a");
        settle();

        typed.run(this::describe);

        assertThat(described).containsExactly("a");
    }

    @Test
    void whateverElseTheUserDoesMakesItForgotten() {
        typed.run(this::describe);
        typed.forget();

        source.show(READING, "a");
        settle();

        assertThat(described).isEmpty();
    }

    @Test
    void afterEnterItIsNotTheRowThatOneLeavesThatIsMeant() {
        source.show(new SyncState.Live(Instant.EPOCH), "deployment");
        settle();
        leaving.set(true);

        typed.run(this::describe);
        table.open(source, "pods", TableStart.plain());
        leaving.set(false);
        settle();
        assertThat(described).isEmpty();

        source.show(READING, "pod");
        settle();
        assertThat(described).containsExactly("pod");
    }

    @Test
    void whereNoRowComesNothingIsLeftWaiting() {
        typed.run(this::describe);
        source.show(new SyncState.Failed(new Failure.Unreachable("GET /api/v1/pods", "")));
        settle();

        source.show(new SyncState.Live(Instant.EPOCH), "much later");
        settle();

        assertThat(described).isEmpty();
    }

    @Test
    void aKeyHeldDownDoesNotPileUp() {
        for (int i = 0; i < 500; i++) typed.run(() -> table.selection().moveBy(1));

        source.show(
                READING,
                Stream.iterate(0, i -> i + 1).limit(600).map(i -> "pod-" + i).toArray(String[]::new));
        settle();

        assertThat(table.selection().index()).isEqualTo(32);
    }

    private void describe() {
        Row row = table.selection().rowProperty().get();
        if (row != null) described.add(row.name());
    }

    private void settle() {
        while (!ui.isEmpty()) ui.remove().run();
    }
}
