package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableResult;
import org.jspecify.annotations.Nullable;

/// What the table asks of a sync state and of a result.
final class Syncs {
    private Syncs() {}

    /// What went wrong, or null where nothing did.
    static @Nullable Failure cause(SyncState state) {
        return switch (state) {
            case SyncState.Stale(var since, var cause) -> cause;
            case SyncState.Denied(var verb, var resource, var cause) -> cause;
            case SyncState.Failed(var cause) -> cause;
            case SyncState.Loading loading -> null;
            case SyncState.Live live -> null;
        };
    }

    /// Whether these are all rows there are, so that a row that is missing is gone.
    static boolean complete(TableResult result) {
        return result.state() instanceof SyncState.Live
                && result.query().filter().isEmpty()
                && !result.query().faultsOnly();
    }
}
