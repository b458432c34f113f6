package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import java.util.Collection;

/// Makes one state of the states of several namespaces: loading while any of them loads, otherwise the worst.
final class SyncStates {
    private SyncStates() {}

    /// The state of all of these together; there is at least one.
    static SyncState together(Collection<SyncState> states) {
        int read = 0;
        int total = 0;
        boolean loading = false;
        boolean totalKnown = true;
        SyncState worst = states.iterator().next();
        for (SyncState state : states) {
            if (state instanceof SyncState.Loading part) {
                loading = true;
                read += part.read();
                total += part.total();
                totalKnown &= part.total() > 0;
            }
            if (isWorse(state, worst)) worst = state;
        }
        return loading ? new SyncState.Loading(read, totalKnown ? total : 0) : worst;
    }

    private static boolean isWorse(SyncState state, SyncState than) {
        if (state instanceof SyncState.Live(var since) && than instanceof SyncState.Live(var thanSince)) {
            return since.isAfter(thanSince);
        }
        if (state instanceof SyncState.Stale(var since, var _)
                && than instanceof SyncState.Stale(var thanSince, var _)) {
            return since.isBefore(thanSince);
        }
        return badness(state) > badness(than);
    }

    private static int badness(SyncState state) {
        return switch (state) {
            case SyncState.Live _ -> 0;
            case SyncState.Loading _ -> 1;
            case SyncState.Stale _ -> 2;
            case SyncState.Denied _ -> 3;
            case SyncState.Failed _ -> 4;
        };
    }
}
