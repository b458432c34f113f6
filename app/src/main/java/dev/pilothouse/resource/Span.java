package dev.pilothouse.resource;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time span, such as the run of a job. While it runs its length grows with the clock, so a row holds no
/// length.
///
/// Spans sort by length; those still running come after all that have ended, the longest last.
///
/// @param start when it began
/// @param end when it ended, or null while it runs
public record Span(Instant start, @Nullable Instant end) implements Comparable<Span> {

    /// A span, or null where it has not begun.
    public static @Nullable Span of(@Nullable Instant start, @Nullable Instant end) {
        return start == null ? null : new Span(start, end);
    }

    /// Its length, at `now` where it still runs; never negative.
    public Duration length(Instant now) {
        Duration length = Duration.between(start, end == null ? now : end);
        return length.isNegative() ? Duration.ZERO : length;
    }

    @Override
    public int compareTo(Span other) {
        if (end == null || other.end == null) {
            if (end == null && other.end == null) return other.start.compareTo(start);
            return end == null ? 1 : -1;
        }
        return length(end).compareTo(other.length(other.end));
    }
}
