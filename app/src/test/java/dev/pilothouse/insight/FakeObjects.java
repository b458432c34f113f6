package dev.pilothouse.insight;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A reader of the objects that a test puts there, whose watches say what the test tells them to.
final class FakeObjects implements ResourceReader {
    private final Map<String, KubeObject> byPath = new HashMap<>();
    private @Nullable RowSink sink;

    @Nullable Query watched;

    int reads;
    boolean watchClosed;

    void put(ResourceRef ref, String manifest) {
        byPath.put(ref.path(), Yaml.object(manifest));
    }

    void remove(ResourceRef ref) {
        byPath.remove(ref.path());
    }

    RowSink sink() {
        return Objects.requireNonNull(sink);
    }

    @Override
    public KubeObject get(ResourceRef ref) throws KubeException {
        reads++;
        KubeObject object = byPath.get(ref.path());
        if (object == null) throw new KubeException(new Failure.NotFound("GET " + ref.path(), ""));
        return object;
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink heard) {
        watched = query;
        sink = heard;
        return new Reflection() {
            @Override
            public void refresh() {}

            @Override
            public void holdBack(boolean on) {}

            @Override
            public void close() {
                watchClosed = true;
            }
        };
    }

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<KubeObject> list(ResourceKind kind, String namespace, String labels, String fields) {
        throw new UnsupportedOperationException();
    }
}
