package dev.pilothouse.live;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The overlay of one table: gathers values only while somebody looks.
final class Overlaid {
    private final RowOverlay overlay;
    private final @Nullable TableRequest request;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile @Nullable Session former; // what it gathered before a pause is good until there is something newer
    private boolean ended;

    /// The overlay of the table that `request` names; none where it is null.
    Overlaid(RowOverlay overlay, @Nullable TableRequest request) {
        this.overlay = overlay;
        this.request = request;
    }

    /// Begins to gather if it does not yet, and says whether all rows have to be asked about again. Whoever comes back
    /// to a table sees it as it was until there are values of now: not without any in between.
    ///
    /// @param changed is run whenever that becomes so
    synchronized boolean isDue(Runnable changed) {
        if (request == null || ended) return false;
        Session current = session;
        if (current == null) {
            Runnable otherwise = () -> {
                due.set(true);
                changed.run();
            };
            current = overlay.start(request, otherwise);
            session = current;
            otherwise.run();
            return false;
        }
        if (former != null && !current.isReady()) return false;
        former = null;
        return due.getAndSet(false);
    }

    /// The row with the values of the moment; while nobody looks, and until there are new ones, with those of the last.
    Row apply(Row row, RowSchema schema) {
        Session before = former;
        Session current = before == null ? session : before;
        return current == null ? row : current.apply(row, schema);
    }

    /// Stops gathering until it is asked again.
    synchronized void pause() {
        Session current = session;
        if (current == null) return;
        current.close();
        if (former == null || current.isReady()) former = current;
        session = null;
    }

    /// Stops gathering for good, even if a batch that is under way asks once more.
    synchronized void end() {
        ended = true;
        pause();
        former = null;
    }
}
