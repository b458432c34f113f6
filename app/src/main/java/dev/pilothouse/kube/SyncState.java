package dev.pilothouse.kube;

import java.time.Instant;

/// How what is on screen relates to the cluster. Every view has one.
public sealed interface SyncState {

    /// The list is being read.
    ///
    /// @param read how many objects have come
    /// @param total how many there will be, 0 while unknown
    record Loading(int read, int total) implements SyncState {}

    /// The list is complete and the watch runs.
    ///
    /// @param since since when
    record Live(Instant since) implements SyncState {}

    /// What is shown was true at `since`; the watch is broken and being mended.
    ///
    /// @param since the last moment it was live
    /// @param cause what broke it
    record Stale(Instant since, Failure cause) implements SyncState {}

    /// The user may not see this.
    ///
    /// @param verb the missing verb, such as `list`
    /// @param resource for what, such as `pods`
    /// @param cause the server's refusal
    record Denied(String verb, String resource, Failure cause) implements SyncState {}

    /// Nothing to show. Tried again from time to time, and at once on a refresh.
    ///
    /// @param cause why
    record Failed(Failure cause) implements SyncState {}

    /// The name used in traces: `LOADING`, `LIVE`, `STALE`, `DENIED`, `FAILED`.
    default String name() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }
}
