package dev.pilothouse.live;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A reader whose reflections say what a test tells them to.
final class FakeReader implements ResourceReader {
    final List<Query> started = new ArrayList<>();
    final List<Query> closed = new ArrayList<>();
    final List<Query> heldBack = new ArrayList<>();
    int refreshed;
    private final Map<String, RowSink> sinks = new LinkedHashMap<>();

    /// The sink of the reflection of a namespace.
    RowSink sink(String namespace) {
        return Objects.requireNonNull(sinks.get(namespace));
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        started.add(query);
        sinks.put(query.namespace(), sink);
        return new Reflection() {
            @Override
            public void refresh() {
                refreshed++;
            }

            @Override
            public void holdBack(boolean on) {
                if (on) heldBack.add(query);
                else heldBack.remove(query);
            }

            @Override
            public void close() {
                closed.add(query);
            }
        };
    }

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KubeObject get(ResourceRef ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<KubeObject> list(ResourceKind kind, String namespace, String labels, String fields) {
        throw new UnsupportedOperationException();
    }
}
