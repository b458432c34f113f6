package dev.pilothouse.live;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.stream.Projector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The live tables of one cluster, filled by reflections of its reader.
public final class ReflectedTables implements LiveTables {

    /// How long a table lives after its last view, so that going back and forth does not list anew.
    static final Duration LINGER = Duration.ofSeconds(10);

    private final ResourceReader reader;
    private final Function<ResourceKind, Optional<Supplier<Projector>>> projectors;
    private final RowOverlay overlay;
    private final TableThreads threads;
    private final Map<TableRequest, LiveTable> tables = new HashMap<>();
    private boolean closed;

    /// Tables read by `reader`.
    ///
    /// @param projectors the columns of a kind; where there are none it is read as the server's Table
    /// @param overlay what is laid over rows, such as usage
    public ReflectedTables(
            ResourceReader reader,
            Function<ResourceKind, Optional<Supplier<Projector>>> projectors,
            RowOverlay overlay,
            TableThreads threads) {
        this.reader = reader;
        this.projectors = projectors;
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
        LiveTable table;
        boolean fresh;
        synchronized (this) {
            if (closed) throw new IllegalStateException("the tables of this cluster are closed");
            fresh = !tables.containsKey(request);
            table = tables.computeIfAbsent(request, r -> new LiveTable(r, threads, overlay));
            table.count(+1);
        }
        TableFeed feed = table.store().open(query, listener, table::refresh, () -> left(request, table));
        if (fresh) table.start(reader, projectors.apply(request.kind()).orElse(null));
        return feed;
    }

    private synchronized void left(TableRequest request, LiveTable table) {
        if (table.count(-1) > 0 || closed) return;
        threads.later(LINGER, () -> closeUnwatched(request, table));
    }

    private void closeUnwatched(TableRequest request, LiveTable table) {
        synchronized (this) {
            if (table.count(0) > 0 || !tables.remove(request, table)) return;
        }
        table.close();
    }
}
