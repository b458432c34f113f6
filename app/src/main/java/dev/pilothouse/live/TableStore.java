package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery.Sort;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of one table, their one writer, and the views that look at them.
///
/// The writer takes what has come in, at most once in `PACE`, or at once where a view waits for the answer to a
/// query. Nothing runs while nobody looks, until so much has come in that it would take more room than the rows
/// themselves.
final class TableStore {

    /// The least time between two batches.
    static final Duration PACE = Duration.ofMillis(100);

    /// How often filters that depend on the time are asked again.
    private static final Duration TICK = Duration.ofSeconds(5);

    /// So many changes are few, however small the table.
    private static final int FEW = 50;

    private static final SyncState NOTHING_READ = new SyncState.Loading(0, 0);

    private final TableThreads threads;
    private final Overlaid overlay;
    private final @Nullable Sort ownOrder;
    private final Inbox inbox;
    private final StoredRows rows = new StoredRows();
    private final Map<String, SyncState> states = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final List<TableView> views = new CopyOnWriteArrayList<>();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile long lastBatchNanos;
    private volatile boolean closed;

    /// A store without rows.
    ///
    /// @param namespaces the namespaces that are read by a request each, or one empty name
    /// @param overlay what is laid over the rows
    /// @param ownOrder how rows stand where a query does not say it, or null for namespace and name
    TableStore(TableThreads threads, List<String> namespaces, Overlaid overlay, @Nullable Sort ownOrder) {
        this.threads = threads;
        this.overlay = overlay;
        this.ownOrder = ownOrder;
        this.inbox = new Inbox(threads.nanoTime(), this::arrived);
        this.lastBatchNanos = threads.nanoTime().getAsLong() - PACE.toNanos();
        for (String namespace : namespaces) states.put(namespace, NOTHING_READ);
    }

    /// Where to put what comes from the cluster.
    Inbox inbox() {
        return inbox;
    }

    /// Adds a view, which gets its first result at once.
    ///
    /// @param ended is run once, when the view is closed
    TableView open(TableQuery query, TableListener listener, Runnable refresh, Runnable ended) {
        TableView view = new TableView(this, query, listener, refresh, ended);
        views.add(view);
        write();
        return view;
    }

    /// How rows stand in the answer to `query`, or null for namespace and name.
    @Nullable Sort order(TableQuery query) {
        return query.sort() == null ? ownOrder : query.sort();
    }

    /// Forgets a view.
    void remove(TableView view) {
        views.remove(view);
        if (!closed) write(); // the overlay may have nobody left to gather for
    }

    /// Ends everything.
    void close() {
        closed = true;
        inbox.close();
        for (TableView view : views) view.close();
        overlay.end();
    }

    /// Has the writer run at once.
    void write() {
        if (asked.getAndIncrement() == 0) startWriter();
    }

    private void startWriter() {
        try {
            threads.writers().execute(this::runWriter);
        } catch (RejectedExecutionException e) {
            if (!closed) throw e; // once closed, its threads may be gone, and nobody waits for what is left
        }
    }

    /// Has the writer run in the next batch.
    void writeSoon() {
        if (!scheduled.compareAndSet(false, true)) return;
        long wait = lastBatchNanos + PACE.toNanos() - threads.nanoTime().getAsLong();
        if (wait <= 0) {
            scheduled.set(false);
            write();
        } else {
            later(Duration.ofNanos(wait), () -> {
                scheduled.set(false);
                write();
            });
        }
    }

    private void arrived() {
        if (isWatched()) writeSoon();
        else if (inbox.isFull()) write();
    }

    private void runWriter() {
        int answered = asked.get();
        try {
            if (!closed) batch();
        } finally {
            if (asked.addAndGet(-answered) != 0) startWriter();
        }
    }

    private void batch() {
        long started = threads.nanoTime().getAsLong();
        boolean watched = isWatched();
        if (!watched) overlay.pause();
        if (!watched && !inbox.isFull()) return;
        lastBatchNanos = started; // for what this batch itself asks for
        Inbox.Mail mail = inbox.take();
        boolean overlayChanged = watched && overlay.isDue(this::writeSoon);
        Collection<RowChange> changes = rows.apply(mail.steps(), row -> overlay.apply(row, rows.schema()));
        Collection<RowChange> overlaid =
                overlayChanged ? rows.overlay(row -> overlay.apply(row, rows.schema())) : List.of();
        states.putAll(mail.states());
        bytes.putAll(mail.bytes());
        Batch batch = new Batch(
                rows,
                changes,
                overlaid,
                SyncStates.together(states.values()),
                states.size() > 1 ? Map.copyOf(states) : Map.of(),
                bytes.values().stream().mapToLong(Long::longValue).sum(),
                mail.oldestNanos(),
                () -> threads.nanoTime().getAsLong() - started);
        try {
            tell(batch);
        } finally {
            lastBatchNanos = threads.nanoTime().getAsLong();
            tickIfTimed();
        }
    }

    /// A view that fails must not keep the batch from the others.
    private void tell(Batch batch) {
        RuntimeException failure = null;
        for (TableView view : views) {
            try {
                view.take(batch);
            } catch (RuntimeException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
    }

    private void tickIfTimed() {
        if (views.stream().anyMatch(TableView::dependsOnTime) && ticking.compareAndSet(false, true)) {
            later(TICK, () -> {
                ticking.set(false);
                for (TableView view : views) view.tick();
                write();
            });
        }
    }

    private boolean isWatched() {
        for (TableView view : views) if (view.isShowing()) return true;
        return false;
    }

    private void later(Duration wait, Runnable task) {
        if (!closed) threads.later(wait, task);
    }

    /// What the writer took in at once.
    ///
    /// @param rows all rows, with the batch
    /// @param changes what the server changed, one change per object
    /// @param overlaid rows that only look otherwise, one change per object, after `changes`
    /// @param state the state of all namespaces together
    /// @param namespaceStates the state of each, where there are several
    /// @param bytes body bytes so far
    /// @param oldestNanos when the oldest event of it came, 0 where there is none
    /// @param elapsed how long the writer has been at it, in nanoseconds
    record Batch(
            StoredRows rows,
            Collection<RowChange> changes,
            Collection<RowChange> overlaid,
            SyncState state,
            Map<String, SyncState> namespaceStates,
            long bytes,
            long oldestNanos,
            LongSupplier elapsed) {

        /// Whether so much changed, as with every sample of usage, that to arrange all rows is less work than to find
        /// the place of each change.
        boolean isLarge() {
            return changes.size() + overlaid.size() > FEW + rows.size() / 8;
        }
    }
}
