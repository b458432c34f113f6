package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.Row;
import dev.pilothouse.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is selected and marked, and where it stands on screen, while rows come, go and change their order.
class TableSelectionTest {
    private final FakeSource source = new FakeSource();
    private final TableModel model = new TableModel(Runnable::run, FakeSource::read, Trace.off());

    @BeforeEach
    void open() {
        source.show("a", "b", "c", "d", "e");
        model.open(source, "pods", TableStart.plain());
    }

    @Test
    void theFirstRowIsSelectedUntilTheUserMoves() {
        assertThat(selected()).isEqualTo("a");

        source.show("0", "a", "b");

        assertThat(selected()).isEqualTo("0");
    }

    @Test
    void theSelectionFollowsItsRowWhenOthersComeBeforeIt() {
        model.selection().moveBy(2);

        source.show("0", "1", "a", "b", "c", "d");

        assertThat(selected()).isEqualTo("c");
        assertThat(model.selection().index()).isEqualTo(4);
    }

    @Test
    void whenTheSelectedRowIsDeletedItsNeighbourBelowIsSelected() {
        model.selection().moveBy(2);

        source.show("a", "b", "d", "e");

        assertThat(selected()).isEqualTo("d");
    }

    @Test
    void whenTheLastRowsAreDeletedTheNeighbourAboveIsSelected() {
        model.selection().moveToLast();

        source.show("a", "b");

        assertThat(selected()).isEqualTo("b");
    }

    @Test
    void aRecreatedRowOfTheSameNameIsNotTakenForTheDeletedOne() {
        model.selection().moveBy(1);
        model.selection().toggleMark();
        Row recreated = new dev.pilothouse.resource.RowBuilder(FakeSource.SCHEMA)
                .identity("uid-new", "shop", "b")
                .build();

        source.rows.set(1, recreated);
        source.push();

        assertThat(model.selection().marks()).isEmpty();
        assertThat(selected()).isEqualTo("c");
    }

    @Test
    void aRowAskedForIsSelectedAsSoonAsItComes() {
        source.state = new SyncState.Loading(5, 6);
        model.open(source, "pods", new TableStart(TableLayout.untouched(), null, "", false, "uid-z"));

        source.show("a", "b", "z");

        assertThat(selected()).isEqualTo("z");
    }

    @Test
    void aFilterKeepsTheSelectedRowWhereItMatches() {
        source.show("cart-1", "cart-2", "web-1", "web-2");
        model.selection().moveBy(3);

        model.filter("web");

        assertThat(names()).containsExactly("web-1", "web-2");
        assertThat(selected()).isEqualTo("web-2");
        assertThat(model.totalProperty().get()).isEqualTo(4);
    }

    @Test
    void whoAsksForAnotherOrderKeepsThePlaceAndNotTheRow() {
        holdRestarts();
        model.selection().moveBy(1);
        model.selection().toggleMark();

        model.sortBy("restarts");

        assertThat(names()).containsExactly("e", "d", "c", "b", "a");
        assertThat(selected()).isEqualTo("d");
        assertThat(model.selection().marks()).containsExactly("uid-b");
    }

    @Test
    void afterwardsTheSelectionFollowsItsRowAgain() {
        holdRestarts();
        model.selection().moveBy(1);
        model.sortBy("restarts");

        source.rows.set(0, FakeSource.row("a", "Running", 9));
        source.push();

        assertThat(names()).containsExactly("a", "e", "d", "c", "b");
        assertThat(selected()).isEqualTo("d");
    }

    @Test
    void whatIsOnScreenStaysWhereItIsWhenTheOrderChanges() {
        FakeViewport screen = hundredRowsOnScreenFrom(40);
        model.selection().moveTo(45);

        model.sortBy("name");
        model.sortBy("name");

        assertThat(selected()).isEqualTo("web-054");
        assertThat(screen.first).isEqualTo(40);
    }

    @Test
    void withTheSelectionOutOfSightAnotherOrderIsShownFromTheTop() {
        FakeViewport screen = hundredRowsOnScreenFrom(40);
        model.selection().moveTo(5);
        screen.first = 40; // by the wheel

        model.sortBy("restarts");

        assertThat(screen.first).isZero();
    }

    @Test
    void aViewThatOpensWithAnOrderSelectsTheRowOfBeforeWhereverItStands() {
        holdRestarts();
        var order = new TableQuery.Sort("restarts", true);

        model.open(source, "pods", new TableStart(TableLayout.untouched(), order, "", false, "uid-b"));

        assertThat(names()).startsWith("e");
        assertThat(selected()).isEqualTo("b");
    }

    @Test
    void commandsWorkOnTheMarkedRowsInTheirOrderOrOnTheSelectedOne() {
        model.selection().moveBy(3);
        assertThat(targets()).containsExactly("d");

        model.selection().toggleMark();
        model.selection().moveToFirst();
        model.selection().toggleMark();

        assertThat(targets()).containsExactly("a", "d");
    }

    @Test
    void aRangeReachesFromTheLastMarkToTheSelection() {
        model.selection().moveBy(1);
        model.selection().toggleMark();
        model.selection().moveBy(2);

        model.selection().markRange();

        assertThat(targets()).containsExactly("b", "c", "d");
    }

    @Test
    void marksThatTheFilterHidesAreNotTouched() {
        source.show("cart-1", "cart-2", "web-1");
        model.selection().toggleMark();
        model.selection().moveToLast();
        model.selection().toggleMark();

        model.filter("cart");

        assertThat(targets()).containsExactly("cart-1");
        assertThat(model.selection().marks()).hasSize(2);

        model.filter("web-2");

        assertThat(targets()).isEmpty();
    }

    @Test
    void aDeletedRowLosesItsMark() {
        model.selection().toggleMark();

        source.show("b", "c");

        assertThat(model.selection().marks()).isEmpty();
    }

    @Test
    void aMarkedRowKeepsItsMarkHoweverFarItMoves() {
        String[] names = IntStream.range(0, 200).mapToObj("web-%03d"::formatted).toArray(String[]::new);
        source.show(names);
        model.selection().moveTo(3);
        model.selection().toggleMark();

        Collections.reverse(Arrays.asList(names));
        source.show(names);

        assertThat(model.selection().marks()).containsExactly("uid-web-003");

        source.show("web-001", "web-002");

        assertThat(model.selection().marks()).isEmpty();
    }

    @Test
    void markingManyRowsIsOneChange() {
        List<Integer> heard = new ArrayList<>();
        model.selection().marksProperty().subscribe(marks -> heard.add(marks.size()));

        model.selection().toggleMark();
        model.selection().markRangeTo(4);
        model.selection().clearMarks();

        assertThat(heard).containsExactly(0, 1, 5, 0);
    }

    @Test
    void marksSurviveARelist() {
        model.selection().toggleMark();

        source.state(new SyncState.Stale(Instant.EPOCH, new Failure.Gone("GET /api/v1/pods", "")));
        source.show("a", "b");

        assertThat(model.selection().marks()).containsExactly("uid-a");
    }

    private void holdRestarts() {
        for (int i = 0; i < source.rows.size(); i++)
            source.rows.set(i, FakeSource.row(source.rows.get(i).name(), "Running", i));
        source.push();
    }

    private FakeViewport hundredRowsOnScreenFrom(int first) {
        source.show(IntStream.range(0, 100).mapToObj("web-%03d"::formatted).toArray(String[]::new));
        FakeViewport screen = new FakeViewport();
        screen.first = first;
        model.shownIn(screen);
        return screen;
    }

    private List<String> targets() {
        return model.selection().targets().stream().map(Row::name).toList();
    }

    private @Nullable String selected() {
        Row row = model.selection().rowProperty().get();
        return row == null ? null : row.name();
    }

    private List<String> names() {
        return model.rows().stream().map(Row::name).toList();
    }

    /// Ten rows of a table.
    private static final class FakeViewport implements Viewport {
        int first;

        @Override
        public int first() {
            return first;
        }

        @Override
        public int capacity() {
            return 10;
        }

        @Override
        public void scrollTo(int wanted) {
            first = wanted;
        }

        @Override
        public void reveal(int index) {
            first = Math.clamp(first, Math.max(0, index - 9), index);
        }

        @Override
        public void beforeSwap() {}

        @Override
        public void afterSwap() {}

        @Override
        public void laidOut(LongConsumer action) {}
    }
}
