package dev.pilothouse.usage;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.resource.stream.Projector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A reader whose metrics are what a test says, or a failure.
final class FakeMetrics implements ResourceReader {
    final List<Query> asked = new ArrayList<>();
    String answer = "";

    @Nullable Failure failure;

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException {
        asked.add(query);
        if (failure != null) throw new KubeException(failure);
        for (Object object : load().loadAllFromString(answer))
            rows.accept(ObjectWalk.row(projector, (Map<?, ?>) object));
    }

    @Override
    @SuppressWarnings("unchecked") // a manifest's keys are texts
    public KubeObject get(ResourceRef ref) throws KubeException {
        if (failure != null) throw new KubeException(failure);
        return new KubeObject((Map<String, @Nullable Object>) load().loadFromString(answer));
    }

    @Override
    public List<KubeObject> list(ResourceKind kind, String namespace, String labels, String fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        throw new UnsupportedOperationException();
    }

    private static Load load() {
        return new Load(LoadSettings.builder().build());
    }
}
