package dev.pilothouse.insight.describe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exact quantity that remembers whether it was written in powers of 1024, so that a sum reads as kubectl writes
/// it.
///
/// @param value in cores, bytes or pieces
/// @param binary whether it is written with `Ki`, `Mi`, …
record Amount(BigDecimal value, boolean binary) {
    static final Amount ZERO = new Amount(BigDecimal.ZERO, false);

    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30}))(?:(Ki|Mi|Gi|Ti|Pi|Ei)|([numkMGTPE])|[eE]([+-]?\\d{1,2}))?");
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final int DECIMAL_ONE = 3;

    /// The amount that a quantity names; zero where it names none.
    static Amount parse(String quantity) {
        Matcher match = QUANTITY.matcher(quantity);
        if (!match.matches()) return ZERO;
        BigDecimal number = new BigDecimal(match.group(1));
        if (match.group(2) != null) {
            int power = indexOf(BINARY, match.group(2));
            return new Amount(number.multiply(BigDecimal.valueOf(1024).pow(power)), true);
        }
        if (match.group(3) != null)
            return new Amount(number.scaleByPowerOfTen(3 * (indexOf(DECIMAL, match.group(3)) - DECIMAL_ONE)), false);
        return new Amount(
                match.group(4) == null ? number : number.scaleByPowerOfTen(Integer.parseInt(match.group(4))), false);
    }

    /// The sum, written as the first of the two that is not zero.
    Amount plus(Amount other) {
        return new Amount(value.add(other.value), value.signum() == 0 ? other.binary : binary);
    }

    /// The greater of the two.
    Amount max(Amount other) {
        return value.compareTo(other.value) >= 0 ? this : other;
    }

    /// The share of `whole` in whole percent, rounded down; 0 where there is no whole.
    long percentOf(Amount whole) {
        if (whole.value.signum() == 0) return 0;
        return value.multiply(BigDecimal.valueOf(100))
                .divide(whole.value, 0, RoundingMode.DOWN)
                .longValue();
    }

    @Override
    public String toString() {
        if (value.signum() == 0) return "0";
        return binary
                ? inPowersOf(BigDecimal.valueOf(1024), 0, BINARY)
                : inPowersOf(BigDecimal.valueOf(1000), DECIMAL_ONE, DECIMAL);
    }

    /// The greatest suffix that leaves a whole number.
    private String inPowersOf(BigDecimal base, int one, String[] suffixes) {
        int power = one;
        BigDecimal number = value.stripTrailingZeros();
        while (power > 0 && number.stripTrailingZeros().scale() > 0) {
            number = number.multiply(base);
            power--;
        }
        while (power < suffixes.length - 1 && number.remainder(base).signum() == 0) {
            number = number.divide(base);
            power++;
        }
        return number.setScale(0, RoundingMode.UP).toPlainString() + suffixes[power];
    }

    private static int indexOf(String[] suffixes, String suffix) {
        for (int i = 0; i < suffixes.length; i++) if (suffixes[i].equals(suffix)) return i;
        throw new IllegalArgumentException(suffix);
    }
}
