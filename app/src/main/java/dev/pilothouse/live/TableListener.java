package dev.pilothouse.live;

/// Hears the results of one view, from a thread of the table's own, one after the other.
@FunctionalInterface
public interface TableListener {

    /// New rows, a new state, or both.
    void result(TableResult result);
}
