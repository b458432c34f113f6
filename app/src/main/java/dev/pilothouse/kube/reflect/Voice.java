package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Speaks to the sink until it is silenced; the silence waits for a word that is being said.
final class Voice {
    private final RowSink sink;
    private final LongAdder bytes;
    private List<Column<?>> columns = List.of();
    private boolean silent;

    /// @param bytes body bytes read so far
    Voice(RowSink sink, LongAdder bytes) {
        this.sink = sink;
        this.bytes = bytes;
    }

    /// Says something, unless silenced.
    synchronized void say(Consumer<RowSink> words) {
        if (!silent) words.accept(sink);
    }

    /// Says the state.
    void state(SyncState state) {
        say(sink -> sink.state(state, bytes.sum()));
    }

    /// Says the columns where they are others than before.
    void schema(RowSchema schema) {
        if (schema.columns().equals(columns)) return;
        columns = schema.columns();
        say(sink -> sink.schema(schema));
    }

    /// Says nothing any more.
    synchronized void silence() {
        silent = true;
    }
}
