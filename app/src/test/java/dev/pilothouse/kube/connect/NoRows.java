package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Streams nothing: these tests are about how requests get there.
final class NoRows implements RowReader {

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        throw new UnsupportedOperationException();
    }
}
