package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Who types on is answered from the rows on screen.
class NarrowingTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeReader reader = new FakeReader();
    private final List<TableResult> results = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void onlyRowsOnScreenAreAskedAgain() {
        try (ReflectedTables tables = tables()) {
            TableFeed feed = open(tables, "web-1", "web-2", "job-1");
            feed.query(new TableQuery(new Part("web", asked::add), false, null));
            asked.clear();

            feed.query(new TableQuery(new Part("web-1", asked::add), false, null));

            assertThat(shown()).containsExactly("web-1");
            assertThat(asked).containsExactly("web-1", "web-2");
        }
    }

    @Test
    void aChangeThatCameWhileOneTypedOnAndBackAgainIsSeen() {
        try (ReflectedTables tables = tables()) {
            TableFeed feed = open(tables, "web-1", "web-2");
            TableQuery before = new TableQuery(new Part("web", name -> {}), false, null);
            feed.query(before);
            Row changed = Pods.pod("web-2").status("Pending").row();
            reader.sink("").changed(changed);

            feed.query(new TableQuery(new Part("web-", name -> feed.query(before)), false, null));

            assertThat(results.getLast().query()).isEqualTo(before);
            assertThat(results.getLast().rows().getLast().sameContent(changed)).isTrue();
        }
    }

    @Test
    void whoTypesALetterAndTakesItBackAtOnceIsAnsweredThoughNothingChanged() {
        try (ReflectedTables tables = tables()) {
            TableFeed feed = open(tables, "web-1", "web-2");
            feed.query(new TableQuery(new Part("web", name -> {}), false, null));
            TableQuery back = new TableQuery(new Part("web", name -> {}), false, null);
            results.clear();

            feed.query(new TableQuery(new Part("web-", name -> feed.query(back)), false, null));

            assertThat(results).isNotEmpty();
            assertThat(results.getLast().query()).isSameAs(back);
            assertThat(shown()).containsExactly("web-1", "web-2");
        }
    }

    private ReflectedTables tables() {
        return new ReflectedTables(
                reader,
                _ -> Optional.empty(),
                RowOverlay.NONE,
                new TableThreads(Runnable::run, scheduler, scheduler::nanoTime));
    }

    private TableFeed open(LiveTables tables, String... names) {
        TableFeed feed = tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all()))
                .open(TableQuery.everything(), results::add);
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        sink.rows(List.of(names).stream().map(name -> Pods.pod(name).row()).toList());
        sink.listed();
        scheduler.advance(TableStore.PACE);
        return feed;
    }

    private List<String> shown() {
        return results.getLast().rows().stream().map(Row::name).toList();
    }

    /// A part of the name; tells whoever listens which names it was asked about.
    private record Part(String part, Consumer<String> hears) implements Filter {
        @Override
        public boolean test(Row row, RowSchema schema) {
            hears.accept(row.name());
            return row.name().contains(part);
        }

        @Override
        public boolean narrows(Filter wider) {
            return wider.isEmpty() || (wider instanceof Part(String shorter, var _) && part.startsWith(shorter));
        }

        @Override
        public List<Span> matches(String column, String text) {
            return List.of();
        }
    }
}
