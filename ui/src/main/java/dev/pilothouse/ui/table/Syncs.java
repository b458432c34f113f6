package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import org.jspecify.annotations.Nullable;

/// What the table asks of a sync state.
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
}
