package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.Row;

/// One event of a watch.
public sealed interface WatchEvent {

    /// An object came or changed.
    ///
    /// @param resourceVersion where a later watch goes on
    record Changed(Row row, String resourceVersion) implements WatchEvent {}

    /// An object went.
    ///
    /// @param row what it was at last
    /// @param resourceVersion where a later watch goes on
    record Deleted(Row row, String resourceVersion) implements WatchEvent {}

    /// Nothing has happened up to here.
    ///
    /// @param resourceVersion where a later watch goes on
    record Bookmark(String resourceVersion) implements WatchEvent {}

    /// The columns are not those of the list any more: list anew.
    record ColumnsChanged() implements WatchEvent {}

    /// The server cannot go on.
    ///
    /// @param status the API's `Status` that says why, in the encoding of the watch
    record Failed(
            @SuppressWarnings("ArrayRecordComponent") // parsed once, never compared
            byte[] status)
            implements WatchEvent {}
}
