package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.live.filter.FilterException;
import dev.pilothouse.live.filter.Filters;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Whatever happens in whatever order, two views of one table end up showing what a table built anew would show.
class TableStoreProperties {
    private static final List<String> FILTERS = List.of(
            "",
            "w",
            "web-1",
            "web-12",
            "!web-1",
            "status=Pending",
            "web-1 status=Pending",
            "restarts>1",
            "~-[02]$",
            "-f w",
            "-f w1");
    private static final List<String> COLUMNS = List.of("name", "restarts", "status", "node");

    private final Filters filters = new Filters(InstantSource.system());

    @Property(tries = 150)
    void viewsShowWhatIsThere(@ForAll long seed) throws FilterException {
        Random random = new Random(seed);
        ManualScheduler scheduler = new ManualScheduler();
        FakeReader reader = new FakeReader();
        Map<String, Row> model = new HashMap<>();
        try (ReflectedTables tables = new ReflectedTables(
                reader,
                _ -> Optional.empty(),
                RowOverlay.NONE,
                new TableThreads(Runnable::run, scheduler, scheduler::nanoTime))) {
            View first = new View(tables);
            View second = new View(tables);
            RowSink sink = reader.sink("");
            sink.schema(Pods.SCHEMA);
            list(sink, random, model);
            for (int i = 0; i < 60; i++) {
                event(sink, random, model);
                View view = random.nextBoolean() ? first : second;
                switch (random.nextInt(6)) {
                    case 0 -> view.ask(query(random, view.query.sort()));
                    case 1 -> view.feed.showing(random.nextBoolean());
                    case 2 -> scheduler.advance(TableStore.PACE);
                    default -> {}
                }
            }
            for (View view : List.of(first, second)) {
                view.feed.showing(true);
                scheduler.advance(TableStore.PACE);
                view.showsWhatIsIn(model);
            }
        }
    }

    private static void event(RowSink sink, Random random, Map<String, Row> model) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            list(sink, random, model);
        } else if (kind < 5 && !model.isEmpty()) {
            Row gone = List.copyOf(model.values()).getFirst();
            model.remove(gone.uid());
            sink.deleted(gone);
        } else {
            Row row = row(random);
            model.put(row.uid(), row);
            sink.changed(row);
        }
    }

    /// A list that may break off once before it is complete.
    private static void list(RowSink sink, Random random, Map<String, Row> model) {
        sink.listing();
        if (random.nextBoolean()) {
            sink.rows(List.of(row(random)));
            sink.listing();
        }
        model.clear();
        for (int i = 0; i < random.nextInt(15); i++) {
            Row row = row(random);
            model.put(row.uid(), row);
        }
        sink.rows(List.copyOf(model.values()));
        sink.listed();
    }

    private TableQuery query(Random random, @Nullable Sort before) throws FilterException {
        @Nullable Sort sort = random.nextBoolean() ? before : sort(random);
        return new TableQuery(filters.parse(FILTERS.get(random.nextInt(FILTERS.size()))), random.nextInt(4) == 0, sort);
    }

    private static @Nullable Sort sort(Random random) {
        return random.nextInt(4) == 0
                ? null
                : new Sort(COLUMNS.get(random.nextInt(COLUMNS.size())), random.nextBoolean());
    }

    private static Row row(Random random) {
        Pods pod =
                Pods.pod("web-" + random.nextInt(25)).restarts(random.nextBoolean() ? null : (long) random.nextInt(4));
        return (random.nextInt(4) == 0 ? pod.failed() : pod.status(random.nextBoolean() ? "Running" : "Pending")).row();
    }

    private static final class View {
        private final List<TableResult> results = new ArrayList<>();
        private final TableFeed feed;
        private TableQuery query = TableQuery.everything();

        View(LiveTables tables) {
            feed = tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all()))
                    .open(query, results::add);
        }

        void ask(TableQuery query) {
            this.query = query;
            feed.query(query);
        }

        void showsWhatIsIn(Map<String, Row> model) {
            TableResult last = results.getLast();
            assertThat(last.query()).isEqualTo(query);
            assertThat(last.total()).isEqualTo(model.size());
            assertThat(last.rows())
                    .usingElementComparator((a, b) -> a.sameContent(b) ? 0 : 1)
                    .containsExactlyElementsOf(model.values().stream()
                            .filter(row -> query.filter().test(row, Pods.SCHEMA))
                            .filter(row -> !query.faultsOnly() || row.health().isFault())
                            .sorted(RowOrder.of(query.sort(), Pods.SCHEMA))
                            .toList());
        }
    }
}
