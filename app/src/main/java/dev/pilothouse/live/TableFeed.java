package dev.pilothouse.live;

/// One view of a live table. All methods return at once and may be called from any thread.
public interface TableFeed extends AutoCloseable {

    /// Asks for other rows or another order. The next result answers it, as soon as it can be computed.
    void query(TableQuery query);

    /// Whether anybody sees the view. While hidden nothing is computed for it; on showing, one result brings it up to
    /// date.
    void showing(boolean visible);

    /// Lists anew, at once; rows stay as they are until the new list is complete.
    void refresh();

    /// Ends the view. Nothing reaches the listener once this has returned.
    @Override
    void close();
}
