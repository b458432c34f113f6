package dev.pilothouse.micro;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.ReflectedTables;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.live.filter.FilterException;
import dev.pilothouse.live.filter.Filters;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.Projector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A live table of 50,000 pods, made of a real page of 500, whose writer runs when it is told to, on the thread of the
/// benchmark.
final class Table implements AutoCloseable {
    private static final int ROWS = 50_000;
    private static final int PAGE = 2000;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor never = new ScheduledThreadPoolExecutor(0);
    private final Source source = new Source();
    private final TableFeed feed;
    private final RowSchema schema;
    private final List<Row> rows = new ArrayList<>(ROWS);
    private long nanos;
    private int version;
    private @Nullable TableResult last;

    Table(TableQuery query) {
        Decoding pods = new Decoding("pods");
        schema = pods.table().schema();
        List<Row> page = pods.rows(Bodies.body("pods", Bodies.PROTOBUF), Bodies.PROTOBUF);
        for (int i = 0; i < ROWS; i++) rows.add(copy(page.get(i % page.size()), i, 0));
        ReflectedTables tables = new ReflectedTables(
                source,
                kind -> Optional.of(pods.table()),
                RowOverlay.NONE,
                new TableThreads(
                        waiting::add,
                        never,
                        () -> nanos += Duration.ofSeconds(1).toNanos()));
        feed = tables.source(TableRequest.of(pods.kind(), NamespaceScope.all())).open(query, result -> last = result);
        source.sink().schema(schema);
        source.sink().listing();
        for (int i = 0; i < ROWS; i += PAGE) {
            source.sink().rows(rows.subList(i, i + PAGE));
            write(); // or the table would make us wait, for a writer that is ourselves
        }
        source.sink().listed();
        source.sink().state(new SyncState.Live(Instant.EPOCH), 0);
        write();
    }

    /// What is typed after `/`, understood.
    static Filter filter(String text) {
        try {
            return new Filters(InstantSource.system()).parse(text);
        } catch (FilterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /// Asks for other rows, and computes them.
    TableResult query(TableQuery query) {
        feed.query(query);
        return write();
    }

    /// So many pods, spread over all, say that they restarted; computes the batch.
    TableResult change(int count) {
        version++;
        for (int i = 0; i < count; i++) {
            int at = (int) ((long) i * ROWS / count);
            source.sink().changed(copy(rows.get(at), at, version));
        }
        return write();
    }

    private TableResult write() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) task.run();
        return Objects.requireNonNull(last, "the table has answered");
    }

    private Row copy(Row row, int number, int restarts) {
        RowBuilder copy = new RowBuilder(schema)
                .identity("uid-" + number, row.namespace(), row.name() + "-" + number)
                .created(row.created())
                .labels(row.labels())
                .health(row.health())
                .owner(row.owner());
        for (int i = 0; i < row.width(); i++) set(copy, schema.columns().get(i), row.cell(i));
        set(copy, Objects.requireNonNull(schema.columns().get(schema.find("name"))), row.name() + "-" + number);
        set(copy, Objects.requireNonNull(schema.columns().get(schema.find("restarts"))), (long) restarts);
        return copy.build();
    }

    @SuppressWarnings("unchecked") // a row's cells hold what its column's type says
    private static <T> void set(RowBuilder row, Column<T> column, @Nullable Object value) {
        row.set(column, (T) value);
    }

    @Override
    public void close() {
        feed.close();
        never.shutdownNow();
    }

    /// Tells nothing but what the table is told here.
    private static final class Source implements ResourceReader {
        private @Nullable RowSink sink;

        RowSink sink() {
            return Objects.requireNonNull(sink);
        }

        @Override
        public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink into) {
            sink = into;
            return new Reflection() {
                @Override
                public void refresh() {}

                @Override
                public void holdBack(boolean on) {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void read(Query query, Projector projector, Consumer<Row> into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KubeObject get(ResourceRef ref) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<KubeObject> list(ResourceKind kind, String namespace, String labelSelector, String fieldSelector) {
            throw new UnsupportedOperationException();
        }
    }
}
