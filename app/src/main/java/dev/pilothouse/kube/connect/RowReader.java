package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The half of a `ResourceReader` that streams rows.
public interface RowReader {

    /// As `ResourceReader.read`.
    void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException, InterruptedException;

    /// As `ResourceReader.reflect`.
    Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink);
}
