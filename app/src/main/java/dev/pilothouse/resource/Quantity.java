package dev.pilothouse.resource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Reads Kubernetes quantities: `250m`, `1.5Gi`, `2e3`, `128974848`.
///
/// Follows the API's own rules: decimal suffixes `n u m k M G T P E`, binary ones `Ki Mi Gi Ti Pi Ei`, a
/// decimal exponent, fractions rounded up, and values beyond 63 bits held at the greatest. Null for what is
/// not a quantity, for the text comes from a cluster.
public final class Quantity {
    private static final int LONGEST = 256;
    private static final int GREATEST_EXPONENT = 1_000;
    private static final String DECIMAL_SUFFIXES = "num kMGTPE"; // the blank stands for 10^0
    private static final String BINARY_SUFFIXES = "KMGTPE";
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);

    private Quantity() {}

    /// In thousandths: CPU as millicores.
    public static @Nullable Long millis(String text) {
        return read(text, 3);
    }

    /// In whole units: memory as bytes, or a count.
    public static @Nullable Long units(String text) {
        return read(text, 0);
    }

    private static @Nullable Long read(String text, int scale) {
        if (text.isEmpty() || text.length() > LONGEST) return null;
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int end = endOfNumber(text, start);
        if (end == start || (end == start + 1 && text.charAt(start) == '.')) return null;
        Long quick = quick(text, start, end, scale);
        if (quick != null) return quick;
        return exact(text, end, scale);
    }

    /// The common cases without big numbers: few digits, no fraction, and a suffix that keeps the value whole.
    private static @Nullable Long quick(String text, int start, int end, int scale) {
        if (end - start > 12 || start != 0) return null;
        long value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') return null;
            value = value * 10 + (c - '0');
        }
        int rest = text.length() - end;
        if (rest == 0) return scale == 3 ? value * 1000 : value;
        if (rest == 1 && text.charAt(end) == 'm' && scale == 3) return value;
        if (rest == 2 && text.charAt(end + 1) == 'i' && scale == 0 && end <= 6) {
            int power = BINARY_SUFFIXES.indexOf(text.charAt(end));
            return power >= 0 && power < 4 ? Long.valueOf(value << (10 * (power + 1))) : null;
        }
        return null;
    }

    private static @Nullable Long exact(String text, int end, int scale) {
        String suffix = text.substring(end);
        BigDecimal number = new BigDecimal(text.substring(0, end));
        BigDecimal scaled;
        if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
            int power = BINARY_SUFFIXES.indexOf(suffix.charAt(0));
            if (power < 0) return null;
            scaled = number.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(10 * (power + 1))));
        } else {
            Integer exponent = exponent(suffix);
            if (exponent == null) return null;
            scaled = number.scaleByPowerOfTen(exponent);
        }
        return bounded(scaled.scaleByPowerOfTen(scale));
    }

    /// The power of ten that a suffix means, or null where it is none. Absurd exponents are cut to one that
    /// gives the same result: the greatest value, or the smallest.
    private static @Nullable Integer exponent(String suffix) {
        if (suffix.isEmpty()) return 0;
        if (suffix.length() == 1) {
            int at = DECIMAL_SUFFIXES.indexOf(suffix.charAt(0));
            return at < 0 || suffix.charAt(0) == ' ' ? null : Integer.valueOf(3 * (at - 3));
        }
        if (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E') return null;
        boolean signed = suffix.charAt(1) == '-' || suffix.charAt(1) == '+';
        int first = signed ? 2 : 1;
        if (first == suffix.length()) return null;
        int value = 0;
        for (int i = first; i < suffix.length(); i++) {
            char c = suffix.charAt(i);
            if (c < '0' || c > '9') return null;
            value = Math.min(GREATEST_EXPONENT, value * 10 + (c - '0'));
        }
        return suffix.charAt(1) == '-' ? -value : value;
    }

    private static long bounded(BigDecimal value) {
        if (value.compareTo(MAX) >= 0) return Long.MAX_VALUE;
        if (value.compareTo(MIN) <= 0) return Long.MIN_VALUE;
        return value.setScale(0, RoundingMode.UP).longValue();
    }

    private static int endOfNumber(String text, int start) {
        boolean fraction = false;
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '.' && !fraction) fraction = true;
            else if (c < '0' || c > '9') break;
            end++;
        }
        return end;
    }
}
