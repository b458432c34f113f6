package dev.pilothouse.insight;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.FixedTable;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableListener;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One view of what is inside one object. Watches the object, and reads it whole whenever it has changed.
final class ObjectTable implements TableFeed {

    /// What a table shows of an object.
    ///
    /// @param schema the columns
    /// @param rows makes the rows of an object
    /// @param overlay what is laid over them
    record Content(RowSchema schema, Function<KubeObject, List<Row>> rows, Overlay overlay) {}

    /// Begins to gather what is laid over the rows; its argument is run whenever that is something else.
    @FunctionalInterface
    interface Overlay {
        Session start(Runnable changed);
    }

    private final ResourceReader reader;
    private final ResourceRef ref;
    private final Executor blocking;
    private final Content content;
    private final FixedTable table;
    private final TableFeed feed;
    private final Reflection reflection;

    private List<Row> rows = List.of();
    private SyncState watched = new SyncState.Loading(0, 1);
    private @Nullable Failure problem;
    private @Nullable Session session;
    private boolean reading;
    private boolean outdated;
    private boolean closed;

    private ObjectTable(
            ResourceReader reader,
            ResourceRef ref,
            Executor blocking,
            TableThreads threads,
            Content content,
            TableQuery query,
            TableListener listener) {
        this.reader = reader;
        this.ref = ref;
        this.blocking = blocking;
        this.content = content;
        this.table = new FixedTable(threads, this::refresh);
        this.feed = table.open(query, listener);
        String named = "metadata.name=" + ref.name();
        this.reflection = reader.reflect(new Query(ref.kind(), ref.namespace(), "", named), null, new Watch());
    }

    /// Opens a view; its listener hears the rest.
    static TableFeed open(
            ResourceReader reader,
            ResourceRef ref,
            Executor blocking,
            TableThreads threads,
            Content content,
            TableQuery query,
            TableListener listener) {
        ObjectTable opened = new ObjectTable(reader, ref, blocking, threads, content, query, listener);
        opened.showing(true);
        return opened;
    }

    @Override
    public void query(TableQuery query) {
        feed.query(query);
    }

    @Override
    public void showing(boolean visible) {
        synchronized (this) {
            if (visible && session == null && !closed)
                session = content.overlay().start(this::publish);
            if (!visible) endSession();
        }
        feed.showing(visible);
    }

    @Override
    public void refresh() {
        reflection.refresh();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            endSession();
        }
        reflection.close();
        feed.close();
        table.close();
    }

    private void endSession() {
        if (session != null) session.close();
        session = null;
    }

    /// Reads the object once more, unless that is under way: then once more after it.
    private synchronized void changed() {
        outdated = true;
        if (reading || closed) return;
        reading = true;
        blocking.execute(this::read);
    }

    private void read() {
        try {
            while (needsReading()) readOnce();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            endReading(); // however it ended, the next change is read again
        }
    }

    private void readOnce() throws InterruptedException {
        try {
            show(content.rows().apply(reader.get(ref)));
        } catch (KubeException e) {
            fail(e.failure());
        } catch (MalformedObjectException e) {
            fail(unforeseen(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // whatever a hostile object made of our own code
            fail(unforeseen(e.toString()));
        }
    }

    private Failure unforeseen(String said) {
        return new Failure.Unexpected("GET " + ref.path(), Redaction.clean(said), 0);
    }

    private synchronized void endReading() {
        reading = false;
        if (outdated && !closed) changed();
    }

    private synchronized boolean needsReading() {
        boolean needed = outdated && !closed;
        outdated = false;
        return needed;
    }

    private synchronized void show(List<Row> found) {
        rows = found;
        problem = null;
        publish();
    }

    /// What was read stays on screen, unless the object is gone.
    private synchronized void fail(Failure failure) {
        problem = failure;
        if (failure instanceof Failure.NotFound) rows = List.of();
        publish();
    }

    private SyncState state() {
        Failure cause = problem;
        if (cause == null) return watched;
        if (rows.isEmpty()) return new SyncState.Failed(cause);
        return watched instanceof SyncState.Live(Instant since) ? new SyncState.Stale(since, cause) : watched;
    }

    private synchronized void publish() {
        if (closed) return;
        Session current = session;
        List<Row> laid = current == null
                ? rows
                : rows.stream().map(row -> current.apply(row, content.schema())).toList();
        table.update(content.schema(), laid, state());
    }

    /// Hears of changes of the one object; its rows themselves do not matter.
    private final class Watch implements RowSink {
        private boolean listed;

        @Override
        public void schema(RowSchema schema) {}

        @Override
        public void listing() {
            listed = false;
        }

        @Override
        public void firstPage(List<Row> page) {}

        @Override
        public void rows(List<Row> some) {
            listed |= !some.isEmpty();
        }

        @Override
        public void listed() {
            if (listed) ObjectTable.this.changed();
            else missing();
        }

        @Override
        public void changed(Row row) {
            ObjectTable.this.changed();
        }

        @Override
        public void deleted(Row row) {
            missing();
        }

        private void missing() {
            fail(new Failure.NotFound("GET " + ref.path(), ""));
        }

        @Override
        public void state(SyncState now, long bytes) {
            synchronized (ObjectTable.this) {
                watched = now;
                publish();
            }
            // A user who may not watch the object may still be allowed to read it.
            if (now instanceof SyncState.Denied) ObjectTable.this.changed();
        }
    }
}
