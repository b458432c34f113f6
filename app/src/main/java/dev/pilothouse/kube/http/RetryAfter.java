package dev.pilothouse.kube.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// The header `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    /// How long to wait, never negative; null where the header says nothing that can be understood.
    ///
    /// @param value the header
    /// @param date the header `Date` of the same answer, empty where there is none: a date is meant by the server's
    /// clock, which need not be ours
    static @Nullable Duration of(String value, String date) {
        String text = value.strip();
        if (text.matches("\\d{1,9}")) return bounded(Duration.ofSeconds(Long.parseLong(text)));
        try {
            return bounded(Duration.between(time(date), time(text)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) return Duration.ZERO;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
