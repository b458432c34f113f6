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
        TableRequest wanted = request.kind().namespaced()
                ? request
                : new TableRequest(
                        request.kind(),
                        NamespaceScope.all(),
                        request.labelSelector(),
                        request.fieldSelector(),
                        request.ownerUid());
        return (query, listener) -> open(wanted, query, listener);
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
        Optional<KindTable> kind = kinds.apply(request.kind());
        LiveTable table;
        boolean fresh;
        synchronized (this) {
            if (closed) throw new IllegalStateException("the tables of this cluster are closed");
            fresh = !tables.containsKey(request);
            table = tables.computeIfAbsent(
                    request,
                    r -> new LiveTable(
                            r,
                            threads,
                            overlay,
                            kind.map(ReflectedTables::order).orElse(null)));
            table.entered();
        }
        TableFeed feed = table.store().open(query, listener, table::refresh, () -> left(request, table));
        if (fresh) table.start(reader, kind.map(KindTable::projectors).orElse(null));
        return feed;
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
