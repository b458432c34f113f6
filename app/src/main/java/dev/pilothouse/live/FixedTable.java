package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table whose rows are given from outside, such as the contexts of the kubeconfig or the containers of a pod, with
/// the same queries, batches and states as a table of the cluster.
public final class FixedTable implements TableSource, AutoCloseable {
    private final TableStore store;
    private final Runnable refresh;

    /// A table without rows, loading until the first update.
    ///
    /// @param refresh is run when a view asks to read anew
    public FixedTable(TableThreads threads, Runnable refresh) {
        this.store = new TableStore(threads, List.of(""), new Overlaid(RowOverlay.NONE, null), null);
        this.refresh = refresh;
    }

    /// From now on the table holds these rows, and no others. May be called from any thread, one at a time.
    ///
    /// @param schema the columns of the rows
    /// @param rows all rows; views put them in order, so that theirs does not matter
    /// @param state how they relate to the cluster
    public void update(RowSchema schema, List<Row> rows, SyncState state) {
        Set<String> uids = new HashSet<>();
        for (Row row : rows) uids.add(row.uid());
        store.inbox().listed(schema, rows, "", uids); // first: a batch in between would say that there are none
        store.inbox().state("", state, 0);
    }

    /// The rows stay, their state changes.
    public void state(SyncState state) {
        store.inbox().state("", state, 0);
    }

    @Override
    public TableFeed open(TableQuery query, TableListener listener) {
        return store.open(query, listener, refresh, () -> {});
    }

    /// Ends all views.
    @Override
    public void close() {
        store.close();
    }
}
