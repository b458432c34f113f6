package dev.pilothouse.kube;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// Hears what a reflection reads. Calls come from one thread, one after the other.
public interface RowSink {

    /// The columns, before the first rows, and again should the server change them.
    void schema(RowSchema schema);

    /// A list begins, the first one or a later one. Rows that came with a list that broke off no longer count as
    /// listed.
    void listing();

    /// The first page of a first list: show these until the list itself has passed them. Never comes on a relist.
    void firstPage(List<Row> rows);

    /// The next rows of a list under way. On a first list they may be shown at once; on a relist what is on screen
    /// stays until `listed`.
    ///
    /// @param rows some rows, never more than a few thousand
    void rows(List<Row> rows);

    /// The list is complete: all rows it passed to `rows` are all there are, and whatever else is held is gone.
    void listed();

    /// An object came or changed.
    void changed(Row row);

    /// An object went.
    void deleted(Row row);

    /// The state of the reflection changed.
    ///
    /// @param bytes body bytes read so far
    void state(SyncState state, long bytes);
}
