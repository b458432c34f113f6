package dev.pilothouse.live;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Projectors.DefaultOrder;
import dev.pilothouse.resource.projector.Projectors.KindTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReflectedTablesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TableRequest ALL = TableRequest.of(Pods.KIND, NamespaceScope.all());

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeReader reader = new FakeReader();
    private final FakeOverlay overlay = new FakeOverlay();
    private final ReflectedTables tables = new ReflectedTables(
            reader, _ -> Optional.empty(), overlay, new TableThreads(Runnable::run, scheduler, scheduler::nanoTime));
    private final List<TableResult> results = new ArrayList<>();

    @Test
    void theFirstPageShowsUntilTheWholeListHasPassedIt() {
        open(ALL);
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        sink.listing();
        pass();
        sink.rows(List.of(pod("b").row()));
        sink.firstPage(List.of(
                pod("a").row(), pod("gone").row(), pod("b").status("Old").row()));
        pass();
        assertThat(names()).containsExactly("a", "b", "gone");
        assertThat(last().rows().get(1).cell(3))
                .as("the list is newer than its first page")
                .isEqualTo("Running");

        sink.rows(List.of(pod("a").row(), pod("c").row()));
        sink.listed();
        sink.state(new SyncState.Live(NOW), 4_000);
        pass();
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(last().state()).isEqualTo(new SyncState.Live(NOW));
        assertThat(last().bytes()).isEqualTo(4_000);
    }

    @Test
    void theKindsOwnOrderHoldsUntilTheUserSorts() {
        KindTable newestFirst = new KindTable(
                Pods.SCHEMA,
                () -> {
                    throw new AssertionError("nothing is decoded here");
                },
                new DefaultOrder("age", false));
        ReflectedTables ordered = new ReflectedTables(
                reader,
                _ -> Optional.of(newestFirst),
                RowOverlay.NONE,
                new TableThreads(Runnable::run, scheduler, scheduler::nanoTime));
        TableFeed feed = ordered.source(ALL).open(TableQuery.everything(), results::add);
        live(pod("a").created(NOW.minusSeconds(60)).row(), pod("b").created(NOW).row());
        assertThat(names()).containsExactly("b", "a");
        assertThat(last().sort()).isEqualTo(new TableQuery.Sort("age", false));

        feed.query(new TableQuery(Filter.none(), false, new TableQuery.Sort("name", false)));
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aQuestionIsGivenUpWhenANewerOneComes() {
        TableFeed feed = open(ALL);
        live(pod("a").row(), pod("b").row(), pod("c").row());
        int before = results.size();
        List<String> asked = new ArrayList<>();
        Filter slow = new Filter() {
            @Override
            public boolean test(Row row, RowSchema schema) {
                asked.add(row.name());
                feed.query(new TableQuery(Filter.none(), true, null)); // typed while the filter runs
                return true;
            }

            @Override
            public List<Span> matches(String column, String text) {
                return List.of();
            }
        };

        feed.query(new TableQuery(slow, false, null));

        assertThat(asked).containsExactly("a");
        assertThat(results).hasSize(before + 1);
        assertThat(last().query().faultsOnly()).isTrue();
    }

    @Test
    void eventsWithinATenthOfASecondMakeOneResultAndTheLastOneWins() {
        open(ALL);
        RowSink sink = live(pod("a").row());
        int before = results.size();

        for (int i = 1; i <= 50; i++) sink.changed(pod("a").status("S" + i).row());
        sink.changed(pod("b").row());
        sink.deleted(pod("b").row());
        assertThat(results).hasSize(before);
        pass();

        assertThat(results).hasSize(before + 1);
        assertThat(names()).containsExactly("a");
        assertThat(last().rows().getFirst().cell(3)).isEqualTo("S50");
        assertThat(last().changed()).containsExactly("uid-default-a");
        assertThat(last().oldestNanos()).isPositive();
    }

    @Test
    void aRelistReplacesWithoutClearingAndKeepsRowsThatAreTheSame() {
        open(ALL);
        RowSink sink = live(pod("a").row(), pod("b").row(), pod("c").row());
        Row a = last().rows().getFirst();
        int before = results.size();

        sink.listing();
        sink.rows(List.of(pod("a").row(), pod("b").status("Pending").row()));
        pass();
        assertThat(results).as("nothing shows before the list is complete").hasSize(before);
        sink.listing();
        sink.rows(List.of(pod("a").row(), pod("c").status("Pending").row()));
        sink.listed();
        pass();

        assertThat(names()).containsExactly("a", "c");
        assertThat(last().rows().getFirst()).isSameAs(a);
        assertThat(last().changed()).containsExactly("uid-default-c");
    }

    @Test
    void aChangeThatChangesNoCellIsNoChange() {
        open(ALL);
        RowSink sink = live(pod("a").row());
        int before = results.size();
        sink.changed(pod("a").row());
        pass();
        assertThat(results).hasSize(before);
    }

    @Test
    void aFirstListThatBrokeOffLeavesNoGhosts() {
        open(ALL);
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        sink.listing();
        sink.rows(List.of(pod("ghost").row(), pod("a").row()));
        sink.listing();
        sink.rows(List.of(pod("a").row()));
        sink.listed();
        pass();
        assertThat(names()).containsExactly("a");
    }

    @Test
    void nothingIsComputedWhileHiddenAndOneResultBringsItUpToDate() {
        TableFeed feed = open(ALL);
        RowSink sink = live(pod("a").row());
        feed.showing(false);
        int before = results.size();
        sink.changed(pod("b").row());
        scheduler.advance(Duration.ofSeconds(2));
        assertThat(results).hasSize(before);
        assertThat(scheduler.waiting()).as("no timer runs for a hidden view").isZero();
        assertThat(overlay.open).as("no usage is asked for").isZero();

        feed.showing(true);
        assertThat(results).hasSize(before + 1);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aHiddenViewDoesNotHoldUpItsReflectionForEver() {
        TableFeed feed = open(ALL);
        RowSink sink = live(pod("a").row());
        feed.showing(false);
        for (int i = 0; i < 3 * Inbox.LIMIT; i++) sink.changed(pod("p" + i).row());
        feed.showing(true);
        assertThat(last().total()).isEqualTo(1 + 3 * Inbox.LIMIT);
    }

    @Test
    void aQueryIsAnsweredAtOnce() {
        TableFeed feed = open(ALL);
        live(
                pod("a").restarts(1L).row(),
                pod("b").restarts(7L).row(),
                pod("c").failed().restarts(null).row());
        feed.query(new TableQuery(Filter.none(), false, new TableQuery.Sort("restarts", true)));
        assertThat(names()).containsExactly("b", "a", "c");
        feed.query(new TableQuery(Filter.none(), false, new TableQuery.Sort("restarts", false)));
        assertThat(names()).containsExactly("a", "b", "c");
        feed.query(new TableQuery(Filter.none(), true, null));
        assertThat(names()).containsExactly("c");
        assertThat(last().total()).isEqualTo(3);
    }

    @Test
    void howManyRowsThereAreIsToldEvenIfTheFilterHidesTheNewOne() {
        TableFeed feed = open(ALL);
        RowSink sink = live(pod("a").failed().row());
        feed.query(new TableQuery(Filter.none(), true, null));
        sink.changed(pod("b").row());
        pass();
        assertThat(names()).containsExactly("a");
        assertThat(last().total()).isEqualTo(2);
    }

    @Test
    void oneTableServesAllViewsAndClosesSomeTimeAfterTheLast() {
        TableFeed first = open(ALL);
        TableFeed second = open(ALL);
        assertThat(reader.started).hasSize(1);
        first.close();
        second.close();
        scheduler.advance(ReflectedTables.LINGER.dividedBy(2));
        TableFeed third = open(ALL);
        scheduler.advance(ReflectedTables.LINGER.multipliedBy(2));
        assertThat(reader.closed).isEmpty();
        assertThat(reader.started).hasSize(1);
        third.close();
        scheduler.advance(ReflectedTables.LINGER);
        assertThat(reader.closed).hasSize(1);
    }

    @Test
    void aViewThatComesLaterIsServedFromTheStoreAtOnce() {
        open(ALL);
        live(pod("a").row(), pod("b").row());
        results.clear();
        open(ALL);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void nothingReachesAViewOnceItIsClosed() {
        TableFeed feed = open(ALL);
        RowSink sink = live(pod("a").row());
        feed.close();
        int before = results.size();
        sink.changed(pod("b").row());
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(results).hasSize(before);
    }

    @Test
    void theOverlayIsLaidOverRowsAndOverAllOfThemWhenItChanges() {
        open(ALL);
        RowSink sink = live(pod("a").row(), pod("b").row());
        overlay.cpu = 250;
        overlay.changed.run();
        pass();
        assertThat(last().rows()).allSatisfy(row -> assertThat(row.cell(5)).isEqualTo(250L));
        assertThat(last().changed()).as("usage moves all the time").isEmpty();
        sink.changed(pod("c").row());
        pass();
        assertThat(last().rows().get(2).cell(5)).isEqualTo(250L);
    }

    @Test
    void onlyRowsOfTheOwnerAskedForAreHeld() {
        open(new TableRequest(Pods.KIND, NamespaceScope.of("default"), "", "", "rs-1"));
        RowSink sink = reader.sink("default");
        list(
                sink,
                pod("mine").owner("rs-1").row(),
                pod("other").owner("rs-2").row(),
                pod("free").row());
        pass();
        assertThat(names()).containsExactly("mine");
        sink.changed(pod("mine").row());
        pass();
        assertThat(names()).as("released by its owner").isEmpty();
    }

    @Test
    void newColumnsComeTogetherWithTheirRows() {
        open(ALL);
        RowSink sink = live(pod("a").row());
        RowSchema other = new RowSchema(List.of(Column.text("phase")));
        int before = results.size();
        sink.schema(other);
        sink.listing();
        sink.rows(
                List.of(new RowBuilder(other).identity("uid-a", "default", "a").build()));
        pass();
        assertThat(results).hasSize(before);
        sink.listed();
        pass();
        assertThat(last().schema()).isSameAs(other);
        assertThat(last().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.width()).isEqualTo(1));
    }

    @Test
    void refreshReachesTheReflection() {
        open(ALL).refresh();
        assertThat(reader.refreshed).isEqualTo(1);
    }

    private TableFeed open(TableRequest request) {
        return tables.source(request).open(TableQuery.everything(), results::add);
    }

    private RowSink live(Row... rows) {
        RowSink sink = reader.sink("");
        list(sink, rows);
        pass();
        return sink;
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

    private static final class FakeOverlay implements RowOverlay {
        private long cpu;
        private int open;
        private Runnable changed = () -> {};

        @Override
        public Session start(TableRequest request, Runnable changed) {
            this.changed = changed;
            open++;
            return new Session() {
                @Override
                public Row apply(Row row, RowSchema schema) {
                    int index = schema.find("cpu");
                    return cpu == 0 || index < 0 ? row : row.with(new int[] {index}, new Object[] {cpu});
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }
    }
}
