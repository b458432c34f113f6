package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.stream.Projector;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts lists with watches over one transport: the streaming half of a `ResourceReader`.
public interface ReflectionSource {

    /// As `ResourceReader.reflect`.
    Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink);
}
