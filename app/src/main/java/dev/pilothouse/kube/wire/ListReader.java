package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Pulls rows from a list's body as it arrives.
public interface ListReader {

    /// The next row, or null at the end of the list. A body that ends early is an `EOFException`.
    @Nullable Row next() throws IOException;

    /// What the list has said of itself so far. Servers say it before the first row; it is complete at the end.
    ListMeta meta();

    /// The columns of the rows; known once `next` has returned.
    RowSchema schema();
}
