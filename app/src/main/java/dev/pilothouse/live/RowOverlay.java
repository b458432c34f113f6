package dev.pilothouse.live;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// Values that do not come with the objects themselves, such as usage from the metrics API, laid over a
/// table's rows.
///
/// A table keeps its rows as the server gave them, and lays the overlay over them when it makes a result: at
/// once for rows that changed, and for all rows when the overlay says that it has other values.
@FunctionalInterface
public interface RowOverlay {

    /// No overlay: rows stay as they are.
    RowOverlay NONE = (request, changed) -> Session.IDENTITY;

    /// Several overlays, one over the other.
    static RowOverlay of(RowOverlay... overlays) {
        return new LayeredOverlay(List.of(overlays));
    }

    /// Begins to gather values for a table. Returns at once.
    ///
    /// @param request what the table shows
    /// @param changed is run, from a thread of the overlay's own, whenever `apply` would answer otherwise
    /// than before; it must return at once
    Session start(TableRequest request, Runnable changed);

    /// The overlay of one table, from when somebody looks at it until nobody does.
    interface Session extends AutoCloseable {

        /// Leaves rows as they are.
        Session IDENTITY = new Session() {
            @Override
            public Row apply(Row row, RowSchema schema) {
                return row;
            }

            @Override
            public void close() {}
        };

        /// The row with the values of the moment; the same row where there are none. Cheap and without side
        /// effects; any thread may ask.
        Row apply(Row row, RowSchema schema);

        /// Whether it knows what it has been started to find out, or that it cannot. `changed` is run when it does.
        default boolean isReady() {
            return true;
        }

        /// Stops gathering. A run of `changed` that is under way may still end after this has returned.
        @Override
        void close();
    }
}
