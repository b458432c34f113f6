package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import org.jspecify.annotations.Nullable;

/// What one batch did to one object.
///
/// @param before the row as views may show it, null where the object is new
/// @param after the row from now on, null where the object is gone
record RowChange(@Nullable Row before, @Nullable Row after) {

    /// This change and a later one to the same object, as one.
    RowChange then(RowChange later) {
        return new RowChange(before, later.after);
    }
}
