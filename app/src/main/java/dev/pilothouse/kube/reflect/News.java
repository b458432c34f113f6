package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.wire.ListMeta;
import dev.pilothouse.kube.wire.WatchEvent;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// What a download tells the reflector.
sealed interface News {

    /// A list's metadata and columns are there, its rows will follow.
    record Began(ListMeta meta, RowSchema schema) implements News {}

    /// The next rows of a list.
    record Rows(List<Row> rows) implements News {}

    /// The list is complete.
    record Listed(ListMeta meta) implements News {}

    /// The watch runs.
    record Opened() implements News {}

    /// Something happened.
    record Happened(WatchEvent event) implements News {}

    /// The server ended the watch, as it does after some minutes.
    record Ended() implements News {}

    /// The request failed, at once or in the middle of its body.
    record Broke(Failure failure) implements News {}
}
