package dev.pilothouse.live;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.live.LiveTables.TableRequest;
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
    private boolean closed;

    LiveTable(TableRequest request, TableThreads threads, RowOverlay overlay) {
        this.request = request;
        this.store = new TableStore(threads, namespaces(request), new Overlaid(overlay, request));
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

    /// Counts one viewer more, or one less.
    ///
    /// @return how many there are now
    int count(int more) {
        viewers += more;
        return viewers;
    }

    /// Lists anew.
    void refresh() {
        for (Reflection reflection : reflections) reflection.refresh();
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
