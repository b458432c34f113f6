package dev.pilothouse.usage;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations as Go writes them: `10.062s`, `1m30s`.
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final int LONGEST = 64;

    private GoDuration() {}

    /// The duration, zero for what is none.
    static Duration parse(String text) {
        if (text.length() > LONGEST) return Duration.ZERO;
        double seconds = 0;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            seconds += Double.parseDouble(part.group(1)) * inSeconds(part.group(2));
            end = part.end();
        }
        return end == text.length() ? Duration.ofNanos((long) (seconds * 1e9)) : Duration.ZERO;
    }

    private static double inSeconds(String unit) {
        return switch (unit) {
            case "ns" -> 1e-9;
            case "us", "µs" -> 1e-6;
            case "ms" -> 1e-3;
            case "s" -> 1;
            case "m" -> 60;
            default -> 3600;
        };
    }
}
