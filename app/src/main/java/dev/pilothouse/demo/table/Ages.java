package dev.pilothouse.demo.table;

import java.time.Duration;

/// Spans of time as kubectl writes them: `45s`, `7m12s`, `5h3m`, `2d4h`, `41d`, `2y80d`.
public final class Ages {

    private Ages() {}

    /// Writes a span.
    public static String human(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 0) {
            return seconds < -1 ? "<invalid>" : "0s";
        }
        if (seconds < 60 * 2) {
            return seconds + "s";
        }
        long minutes = span.toMinutes();
        if (minutes < 10) {
            return two(minutes, "m", seconds % 60, "s");
        }
        long hours = span.toHours();
        if (hours < 3) {
            return minutes + "m";
        }
        if (hours < 8) {
            return two(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (hours < 24 * 8) {
            return two(hours / 24, "d", hours % 24, "h");
        }
        long days = hours / 24;
        if (days < 365 * 2) {
            return days + "d";
        }
        return days < 365 * 8 ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String two(long first, String unit, long second, String smaller) {
        return second == 0 ? first + unit : first + unit + second + smaller;
    }
}
