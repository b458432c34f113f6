package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.connect.RowReader;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands where the streaming reader comes.
final class Waiting implements RowReader {
    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) {}

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        sink.state(new SyncState.Loading(0, 0), 0);
        return new Reflection() {
            @Override
            public void refresh() {}

            @Override
            public void close() {}
        };
    }
}
