package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a view shows from now on.
///
/// @param schema the columns; empty until the server has answered, for kinds that come as the server's Table
/// @param rows the rows in order, unmodifiable
/// @param total how many rows there are before the filter
/// @param query the query that this answers
/// @param sort how the rows stand: as the query asks, or else the kind's own order; null for namespace and name
/// @param state how it relates to the cluster; of several namespaces loading while one loads, then the worst, so
/// rows of other namespaces may be there where it is `Denied` or `Failed`
/// @param namespaceStates the state per namespace where several are read by a request each, otherwise empty
/// @param changed uids of objects that changed or came since the result before, empty while loading; not those
/// whose overlay alone changed
/// @param bytes body bytes read for this table so far
/// @param modelNanos how long it took to make, in nanoseconds
/// @param oldestNanos when the oldest event in it arrived (`System.nanoTime`), 0 where it holds none
public record TableResult(
        RowSchema schema,
        List<Row> rows,
        int total,
        TableQuery query,
        TableQuery.@Nullable Sort sort,
        SyncState state,
        Map<String, SyncState> namespaceStates,
        Set<String> changed,
        long bytes,
        long modelNanos,
        long oldestNanos) {}
