package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.Ages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as kubectl writes them: `Sun, 22 Nov 2026 15:04:05 +0000`, in the zone of the user.
final class Times {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private Times() {}

    /// The moment that an RFC 3339 text names, or null where it names none.
    static @Nullable Instant parse(String rfc3339) {
        try {
            return rfc3339.isEmpty() ? null : Instant.parse(rfc3339);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A time in full; what is not a time stays as it is.
    static String full(String rfc3339) {
        Instant time = parse(rfc3339);
        return time == null ? rfc3339 : RFC_1123.format(time);
    }

    /// The age of a time, `<unknown>` where it is none.
    static String age(String rfc3339, Instant now) {
        Instant time = parse(rfc3339);
        return time == null ? "<unknown>" : Ages.of(Duration.between(time, now));
    }
}
