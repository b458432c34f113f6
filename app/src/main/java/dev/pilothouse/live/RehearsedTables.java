package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Tables whose first long list is filtered once while nobody waits for it, unless somebody has filtered before. The
/// JVM compiles what runs often, and until then the first letter that is typed over 50,000 rows takes more than twice
/// as long as every later one.
public final class RehearsedTables implements LiveTables {
    /// Below that, code that was never run is fast enough.
    static final int LONG = 2_000;

    /// When the window has come to rest after the list, and hardly anybody has pressed `/` yet.
    static final Duration REST = Duration.ofMillis(1_500);

    private final LiveTables tables;
    private final Filter filter;
    private final TableThreads threads;
    private final AtomicBoolean rehearsed = new AtomicBoolean();
    private volatile boolean closed;

    /// The same tables as `tables`.
    ///
    /// @param filter one of the sort that is typed most, which best lets no row pass and so looks at every cell
    public RehearsedTables(LiveTables tables, Filter filter, TableThreads threads) {
        this.tables = tables;
        this.filter = filter;
        this.threads = threads;
    }

    @Override
    public TableSource source(TableRequest request) {
        TableSource source = tables.source(request);
        return (query, listener) -> source.open(query, result -> {
            listener.result(result);
            boolean worth =
                    result.state() instanceof SyncState.Live && result.rows().size() >= LONG;
            boolean first = (worth || !result.query().filter().isEmpty()) && !rehearsed.getAndSet(true);
            if (first && worth && !closed) threads.later(REST, () -> rehearse(result));
        });
    }

    private void rehearse(TableResult result) {
        Predicate<Row> passes = filter.over(result.schema());
        for (Row row : result.rows()) {
            if (closed) return;
            boolean _ = passes.test(row);
        }
    }

    @Override
    public Runnable readAhead(TableRequest request) {
        return tables.readAhead(request);
    }

    @Override
    public void close() {
        closed = true;
        tables.close();
    }
}
