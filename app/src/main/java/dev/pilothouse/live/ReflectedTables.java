package dev.pilothouse.live;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.projector.Projectors.DefaultOrder;
import dev.pilothouse.resource.projector.Projectors.KindTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The live tables of one cluster, filled by reflections of its reader.
public final class ReflectedTables implements LiveTables {

    /// How long a table lives after its last view, so that going back and forth does not list anew.
    static final Duration LINGER = Duration.ofSeconds(10);

    /// How long a list that was read ahead waits behind its first page.
    static final Duration HELD_BACK = Duration.ofSeconds(3);

    private final ResourceReader reader;
    private final Function<ResourceKind, Optional<KindTable>> kinds;
    private final RowOverlay overlay;
    private final TableThreads threads;
    private final Map<TableRequest, LiveTable> tables = new HashMap<>();
    private boolean closed;

    /// Tables read by `reader`.
    ///
    /// @param kinds the columns and the order of a kind; where there are none it is read as the server's Table
    /// @param overlay what is laid over rows, such as usage
    public ReflectedTables(
            ResourceReader reader,
            Function<ResourceKind, Optional<KindTable>> kinds,
            RowOverlay overlay,
            TableThreads threads) {
        this.reader = reader;
        this.kinds = kinds;
        this.overlay = overlay;
        this.threads = threads;
    }

    @Override
    public TableSource source(TableRequest request) {
        TableRequest wanted = normal(request);
        return (query, listener) -> open(wanted, query, listener);
    }

    @Override
    public Runnable readAhead(TableRequest request) {
        TableRequest wanted = normal(request);
        Entry entry = enter(wanted);
        Runnable goOn = () -> entry.table().holdBack(false);
        try {
            if (entry.fresh()) {
                start(entry);
                entry.table().holdBack(true);
                threads.later(HELD_BACK, goOn);
            }
        } finally {
            left(wanted, entry.table());
        }
        return goOn;
    }

    /// Cluster-scoped kinds know no namespaces.
    private static TableRequest normal(TableRequest request) {
        return request.kind().namespaced()
                ? request
                : new TableRequest(
                        request.kind(),
                        NamespaceScope.all(),
                        request.labelSelector(),
                        request.fieldSelector(),
                        request.ownerUid());
    }

    @Override
    public void close() {
        List<LiveTable> open;
        synchronized (this) {
            closed = true;
            open = new ArrayList<>(tables.values());
            tables.clear();
        }
        for (LiveTable table : open) table.close();
    }

    private TableFeed open(TableRequest request, TableQuery query, TableListener listener) {
        Entry entry = enter(request);
        LiveTable table = entry.table();
        TableFeed feed = table.store().open(query, listener, table::refresh, () -> left(request, table));
        if (entry.fresh()) start(entry);
        return feed;
    }

    /// A table that has one viewer more now.
    ///
    /// @param fresh whether nothing is read for it yet
    private record Entry(LiveTable table, Optional<KindTable> kind, boolean fresh) {}

    private Entry enter(TableRequest request) {
        Optional<KindTable> kind = kinds.apply(request.kind());
        synchronized (this) {
            if (closed) throw new IllegalStateException("the tables of this cluster are closed");
            boolean fresh = !tables.containsKey(request);
            LiveTable table = tables.computeIfAbsent(
                    request,
                    r -> new LiveTable(
                            r,
                            threads,
                            overlay,
                            kind.map(ReflectedTables::order).orElse(null)));
            table.entered();
            return new Entry(table, kind, fresh);
        }
    }

    private void start(Entry entry) {
        entry.table().start(reader, entry.kind().map(KindTable::projectors).orElse(null));
    }

    private static @Nullable Sort order(KindTable kind) {
        DefaultOrder order = kind.order();
        return order == null ? null : new Sort(order.column(), order.descending());
    }

    private synchronized void left(TableRequest request, LiveTable table) {
        int departure = table.left();
        if (!closed && table.isDeserted(departure)) {
            threads.later(LINGER, () -> closeUnwatched(request, table, departure));
        }
    }

    private void closeUnwatched(TableRequest request, LiveTable table, int departure) {
        synchronized (this) {
            if (!table.isDeserted(departure) || !tables.remove(request, table)) return;
        }
        table.close();
    }
}
