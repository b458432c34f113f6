package dev.pilothouse.usage;

import dev.pilothouse.kube.Failure;
import java.time.Duration;
import java.time.Instant;

/// Whether the cluster tells what its pods and nodes use.
public sealed interface UsageState {

    /// Nobody has asked yet, or the first answer is under way.
    record Unasked() implements UsageState {}

    /// The metrics API answers.
    ///
    /// @param newest the time of its newest sample; its age is the age of the values on screen
    /// @param window over which CPU was measured
    record Available(Instant newest, Duration window) implements UsageState {}

    /// The cluster has no metrics API, it is broken, or the user may not read it. Asked again now and then.
    ///
    /// @param cause what the last request met
    record Absent(Failure cause) implements UsageState {}

    /// The metrics API answered, but the last requests failed; values on screen grow old.
    ///
    /// @param newest the time of the newest sample
    /// @param cause what the last request met
    record Stale(Instant newest, Failure cause) implements UsageState {}
}
