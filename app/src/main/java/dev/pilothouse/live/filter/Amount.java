package dev.pilothouse.live.filter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as operators type them: quantities (`100m`, `64Mi`, `1.5`), percentages (`90%`), time spans (`5m`,
/// `3h12m`, `2d`).
final class Amount {
    private static final Pattern QUANTITY =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi|%)?");
    private static final Pattern SPAN = Pattern.compile("(?:\\d{1,9}[smhdy])+");
    private static final Pattern SPAN_PART = Pattern.compile("(\\d+)([smhdy])");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("%", BigDecimal.ONE),
            Map.entry("k", BigDecimal.TEN.pow(3)),
            Map.entry("M", BigDecimal.TEN.pow(6)),
            Map.entry("G", BigDecimal.TEN.pow(9)),
            Map.entry("T", BigDecimal.TEN.pow(12)),
            Map.entry("P", BigDecimal.TEN.pow(15)),
            Map.entry("Ki", BigDecimal.TWO.pow(10)),
            Map.entry("Mi", BigDecimal.TWO.pow(20)),
            Map.entry("Gi", BigDecimal.TWO.pow(30)),
            Map.entry("Ti", BigDecimal.TWO.pow(40)),
            Map.entry("Pi", BigDecimal.TWO.pow(50)));
    private static final Map<String, Duration> SPANS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "y", Duration.ofDays(365));

    private Amount() {}

    /// The quantity in base units (cores, bytes, pieces, percent), null where `text` is none.
    static @Nullable BigDecimal quantity(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) return null;
        BigDecimal number = new BigDecimal(matcher.group(1));
        BigDecimal unit = matcher.group(2) == null ? null : UNITS.get(matcher.group(2));
        return unit == null ? number : number.multiply(unit);
    }

    /// The time span, null where `text` is none.
    static @Nullable Duration span(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!SPAN.matcher(lower).matches()) return null;
        Duration sum = Duration.ZERO;
        Matcher parts = SPAN_PART.matcher(lower);
        while (parts.find()) {
            Duration unit = SPANS.getOrDefault(parts.group(2), Duration.ZERO);
            sum = sum.plus(unit.multipliedBy(Long.parseLong(parts.group(1))));
        }
        return sum;
    }
}
