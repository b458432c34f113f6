package dev.pilothouse.resource;

import java.time.Duration;
import java.time.Instant;

/// When a row's usage was measured, and over which time. Every row has its own: while the metrics API answers, it may
/// still hand out an old sample of a pod whose kubelet does not.
///
/// Tens of thousands of rows hold one each, so it is two numbers, and not an `Instant` and a `Duration`.
///
/// @param endSecond when the measurement ended, in seconds of the Unix epoch, as finely as the metrics API tells it
/// @param windowMillis over which time, in milliseconds; 0 where the server did not say
public record Measured(long endSecond, int windowMillis) {
    private static final int MILLIS = 1000;
    private static final int NANOS_OF_MILLI = 1_000_000;

    /// A measurement that ended at `end` and took `window`; a window of more than 24 days is cut to as much.
    public static Measured of(Instant end, Duration window) {
        long seconds = Math.clamp(window.getSeconds(), 0, Integer.MAX_VALUE / MILLIS - 1);
        return new Measured(
                end.getEpochSecond(), Math.toIntExact(seconds * MILLIS + window.getNano() / NANOS_OF_MILLI));
    }

    /// When it ended.
    public Instant time() {
        return Instant.ofEpochSecond(endSecond);
    }

    /// Over which time it went; zero where that is not known.
    public Duration window() {
        return Duration.ofMillis(windowMillis);
    }

    /// How old it is at `now`; never negative, for the clocks of nodes differ.
    public Duration age(Instant now) {
        Duration age = Duration.between(time(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
