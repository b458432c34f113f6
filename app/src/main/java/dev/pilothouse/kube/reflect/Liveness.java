package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How what was read relates to the cluster, as far as it can be known.
final class Liveness {
    private boolean live;
    private @Nullable Instant lost; // the last moment that all was known to be true
    private Instant heard = Instant.EPOCH;

    /// The watch runs.
    ///
    /// @return whether that is news
    boolean found(Instant now) {
        boolean news = !live;
        live = true;
        heard = now;
        return news;
    }

    /// A list is complete: all of it was true just now, though no watch runs yet.
    void listed(Instant now) {
        if (!live) lost = now;
        heard = now;
    }

    /// The cluster said something.
    void heard(Instant now) {
        heard = now;
    }

    /// From now on nobody knows.
    void lost(Instant now) {
        if (live) lost = now;
        live = false;
    }

    /// What a failure makes of it.
    SyncState after(Failure failure, Instant now) {
        // A connection that fell silent had fallen silent long before anybody could tell.
        lost(failure instanceof Failure.Timeout ? heard : now);
        return switch (failure) {
            case Failure.Forbidden denied -> new SyncState.Denied(denied.verb(), denied.resource(), denied);
            case Failure.NotFound _ -> new SyncState.Failed(failure);
            default -> lost == null ? new SyncState.Failed(failure) : new SyncState.Stale(lost, failure);
        };
    }
}
