package dev.pilothouse.resource;

import java.time.Duration;

/// Time spans as kubectl writes them: the two greatest units at most, and fewer the longer the span
/// (`HumanDuration` of apimachinery).
public final class Ages {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;

    private Ages() {}

    /// `45s`, `5m10s`, `42m`, `3h20m`, `26h`, `2d5h`, `31d`, `2y40d`. A span of two seconds or more into the future
    /// is `<invalid>`: a clock is wrong somewhere, and hiding it would not help.
    public static String of(Duration span) {
        long seconds = span.isNegative() ? -span.negated().toSeconds() : span.toSeconds(); // towards zero, as Go does
        if (seconds < -1) return "<invalid>";
        if (seconds < 0) return "0s";
        if (seconds < 2 * MINUTE) return seconds + "s";
        if (seconds < 10 * MINUTE) return pair(seconds / MINUTE, "m", seconds % MINUTE, "s");
        if (seconds < 3 * HOUR) return seconds / MINUTE + "m";
        if (seconds < 8 * HOUR) return pair(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m");
        if (seconds < 2 * DAY) return seconds / HOUR + "h";
        if (seconds < 8 * DAY) return pair(seconds / DAY, "d", seconds % DAY / HOUR, "h");
        if (seconds < 2 * YEAR) return seconds / DAY + "d";
        if (seconds < 8 * YEAR) return pair(seconds / YEAR, "y", seconds % YEAR / DAY, "d");
        return seconds / YEAR + "y";
    }

    private static String pair(long great, String greatUnit, long small, String smallUnit) {
        return small == 0 ? great + greatUnit : great + greatUnit + small + smallUnit;
    }
}
