package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One view of a store: its query, and its rows in order.
///
/// What is asked of it from outside is volatile; everything else belongs to the store's writer.
final class TableView implements TableFeed {
    private final TableStore store;
    private final TableListener listener;
    private final Runnable refresh;
    private final Runnable ended;
    private final ReentrantLock delivery = new ReentrantLock();

    private volatile TableQuery query;
    private volatile boolean showing = true;
    private final AtomicBoolean outdated = new AtomicBoolean(true);
    private volatile boolean closed;

    private @Nullable SortedRows sorted;
    private @Nullable TableQuery answered;
    private volatile @Nullable RowSchema schema;
    private @Nullable SyncState state;
    private Map<String, SyncState> namespaceStates = Map.of();
    private int total;

    TableView(TableStore store, TableQuery query, TableListener listener, Runnable refresh, Runnable ended) {
        this.store = store;
        this.query = query;
        this.listener = listener;
        this.refresh = refresh;
        this.ended = ended;
    }

    @Override
    public void query(TableQuery query) {
        this.query = query;
        if (showing) store.write();
    }

    @Override
    public void showing(boolean visible) {
        if (showing == visible) return;
        outdated.set(true);
        showing = visible;
        store.write();
    }

    @Override
    public void refresh() {
        refresh.run();
    }

    @Override
    public void close() {
        delivery.lock();
        try {
            if (closed) return;
            closed = true;
        } finally {
            delivery.unlock();
        }
        store.remove(this);
        ended.run();
    }

    /// Whether anybody sees it.
    boolean isShowing() {
        return showing && !closed;
    }

    /// Whether time alone changes what it shows.
    boolean dependsOnTime() {
        RowSchema columns = schema;
        return isShowing() && columns != null && query.filter().dependsOnTime(columns);
    }

    /// Asks the filter again in the next batch, should time alone change its answer.
    void tick() {
        if (dependsOnTime()) outdated.set(true);
    }

    /// Takes in a batch, and tells the listener where something on screen changed.
    void take(TableStore.Batch batch) {
        if (!isShowing()) {
            outdated.set(true);
            return;
        }
        TableQuery wanted = query;
        boolean anew = outdated.getAndSet(false) || batch.rows().schema() != schema || batch.isLarge();
        boolean taken = false;
        try {
            if (anew) taken = arrange(batch, wanted);
            else if (wanted.equals(answered)) taken = update(batch, wanted);
            else taken = narrows(wanted) ? narrow(batch, wanted) : arrange(batch, wanted);
        } finally {
            if (!taken) outdated.set(true); // a newer query came in between, or the filter failed
        }
    }

    /// Whether what is wanted is among what is shown, in the same order.
    private boolean narrows(TableQuery wanted) {
        TableQuery shown = answered;
        RowSchema columns = schema;
        return shown != null
                && columns != null
                && Objects.equals(wanted.sort(), shown.sort())
                && (wanted.faultsOnly() || !shown.faultsOnly())
                && wanted.filter().narrows(shown.filter())
                && !shown.filter().dependsOnTime(columns);
    }

    /// Filters the rows that are shown. Returns false where a newer query came in between and the listener has not
    /// heard of what the batch changed.
    private boolean narrow(TableStore.Batch batch, TableQuery wanted) {
        SortedRows wider = sorted;
        if (wider == null) return arrange(batch, wanted);
        boolean changed = wider.apply(batch.changes());
        changed |= wider.apply(batch.overlaid());
        SortedRows narrowed = rows(batch, wanted);
        if (!narrowed.narrow(wider, () -> isSuperseded(wanted))) return !changed;
        sorted = narrowed;
        show(batch, narrowed, wanted);
        return true;
    }

    /// Filters and sorts all rows. Returns false where a newer query came in between, which the next batch answers.
    private boolean arrange(TableStore.Batch batch, TableQuery wanted) {
        SortedRows arranged = rows(batch, wanted);
        if (!arranged.reset(batch.rows().shown(), () -> isSuperseded(wanted))) return false;
        sorted = arranged;
        show(batch, arranged, wanted);
        return true;
    }

    /// What answers a query, with no rows yet.
    private SortedRows rows(TableStore.Batch batch, TableQuery wanted) {
        RowSchema columns = batch.rows().schema();
        Predicate<Row> passes = wanted.filter().over(columns);
        if (wanted.faultsOnly()) passes = passes.and(row -> row.health().isFault());
        return new SortedRows(RowOrder.of(store.order(wanted), columns), passes);
    }

    /// Takes in a few changes. Whoever asks is answered, even where the answer is that of an equal question before.
    @SuppressWarnings("ReferenceEquality")
    private boolean update(TableStore.Batch batch, TableQuery wanted) {
        SortedRows kept = sorted;
        if (kept == null) return arrange(batch, wanted);
        boolean changed = kept.apply(batch.changes());
        changed |= kept.apply(batch.overlaid());
        if (changed || wanted != answered || !isShown(batch)) show(batch, kept, wanted);
        return true;
    }

    /// Whether everything but the rows is as it was told last.
    private boolean isShown(TableStore.Batch batch) {
        return batch.state().equals(state)
                && batch.namespaceStates().equals(namespaceStates)
                && batch.rows().size() == total;
    }

    @SuppressWarnings("ReferenceEquality") // another query, even an equal one, has a batch of its own coming
    private boolean isSuperseded(TableQuery wanted) {
        return query != wanted || !isShowing();
    }

    private void show(TableStore.Batch batch, SortedRows rows, TableQuery wanted) {
        total = batch.rows().size();
        answered = wanted;
        schema = batch.rows().schema();
        state = batch.state();
        namespaceStates = batch.namespaceStates();
        deliver(result(batch, rows, wanted));
    }

    private TableResult result(TableStore.Batch batch, SortedRows sorted, TableQuery query) {
        return new TableResult(
                batch.rows().schema(),
                sorted.asList(),
                batch.rows().size(),
                query,
                store.order(query),
                batch.state(),
                batch.namespaceStates(),
                batch.state() instanceof SyncState.Loading ? Set.of() : changedUids(batch.changes()),
                batch.bytes(),
                batch.elapsed().getAsLong(),
                batch.oldestNanos());
    }

    private static Set<String> changedUids(Collection<RowChange> changes) {
        Set<String> uids = new HashSet<>();
        for (RowChange change : changes)
            if (change.after() != null) uids.add(change.after().uid());
        return Set.copyOf(uids);
    }

    private void deliver(TableResult result) {
        delivery.lock();
        try {
            if (!closed) listener.result(result);
        } finally {
            delivery.unlock();
        }
    }
}
