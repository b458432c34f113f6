package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import org.jspecify.annotations.Nullable;

/// What one batch did to one object.
///
/// @param before the row as views may show it, null where the object is new
/// @param after the row from now on, null where the object is gone
/// @param fromServer whether the object itself changed, rather than values laid over its row
record RowChange(@Nullable Row before, @Nullable Row after, boolean fromServer) {

    /// This change and a later one to the same object, as one.
    RowChange then(RowChange later) {
        return new RowChange(before, later.after, fromServer || later.fromServer);
    }
}
