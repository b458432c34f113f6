package dev.pilothouse.live;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.stream.Projector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A store together with the reflections that fill it, one per namespace.
final class LiveTable {
    private final TableStore store;
    private final List<Reflection> reflections = new CopyOnWriteArrayList<>();
    private final TableRequest request;
    private int viewers;
    private int departures;
    private boolean closed;

    /// A table that reads nothing yet.
    ///
    /// @param ownOrder how rows stand where a query does not say it, or null for namespace and name
    LiveTable(TableRequest request, TableThreads threads, RowOverlay overlay, @Nullable Sort ownOrder) {
        this.request = request;
        this.store = new TableStore(threads, namespaces(request), new Overlaid(overlay, request), ownOrder);
    }

    /// The rows and their views.
    TableStore store() {
        return store;
    }

    /// Starts to read.
    synchronized void start(ResourceReader reader, @Nullable Supplier<Projector> projectors) {
        for (String namespace : namespaces(request)) {
            if (closed) return;
            Query query = new Query(request.kind(), namespace, request.labelSelector(), request.fieldSelector());
            ListedRows sink = new ListedRows(store.inbox(), namespace, request.ownerUid());
            reflections.add(reader.reflect(query, projectors, sink));
        }
    }

    /// Counts one viewer more.
    void entered() {
        viewers++;
    }

    /// Counts one viewer less.
    ///
    /// @return which departure it was, to ask `isDeserted` about
    int left() {
        viewers--;
        return ++departures;
    }

    /// Whether nobody has looked since this departure.
    boolean isDeserted(int departure) {
        return viewers == 0 && departures == departure;
    }

    /// Lists anew.
    void refresh() {
        for (Reflection reflection : reflections) reflection.refresh();
    }

    /// Whether a first list stops behind its first page.
    void holdBack(boolean on) {
        for (Reflection reflection : reflections) reflection.holdBack(on);
    }

    /// Ends views and reflections. The store first, for a reflection may be waiting for it.
    void close() {
        store.close();
        stop();
    }

    private synchronized void stop() {
        closed = true;
        for (Reflection reflection : reflections) reflection.close();
    }

    private static List<String> namespaces(TableRequest request) {
        return request.kind().namespaced() && request.scope() instanceof NamespaceScope.Some(var names)
                ? names
                : List.of("");
    }
}
