package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class QuantityProperties {

    /// A quantity as text, and its exact value.
    record Written(String text, BigDecimal value) {}

    @Provide
    Arbitrary<Written> quantities() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1_000_000_000L), BigDecimal.valueOf(1_000_000_000_000L))
                .ofScale(6);
        Arbitrary<String> suffixes = Arbitraries.of(
                "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E-2",
                "e+5");
        return Combinators.combine(numbers, suffixes)
                .as((number, suffix) -> new Written(number.toPlainString() + suffix, number.multiply(factor(suffix))));
    }

    private static BigDecimal factor(String suffix) {
        int binary = "KiMiGiTiPiEi".indexOf(suffix);
        if (suffix.endsWith("i")) return new BigDecimal(BigInteger.TWO.pow(10 * (binary / 2 + 1)));
        return switch (suffix) {
            case "e3" -> BigDecimal.valueOf(1000);
            case "E-2" -> new BigDecimal("0.01");
            case "e+5" -> BigDecimal.valueOf(100_000);
            default ->
                BigDecimal.ONE.scaleByPowerOfTen(
                        switch (suffix) {
                            case "n" -> -9;
                            case "u" -> -6;
                            case "m" -> -3;
                            case "k" -> 3;
                            case "M" -> 6;
                            case "G" -> 9;
                            case "T" -> 12;
                            case "P" -> 15;
                            case "E" -> 18;
                            default -> 0;
                        });
        };
    }

    @Property
    void readsExactlyAndRoundsUp(@ForAll("quantities") Written quantity) {
        assertThat(Quantity.units(quantity.text)).isEqualTo(held(quantity.value));
        assertThat(Quantity.millis(quantity.text)).isEqualTo(held(quantity.value.scaleByPowerOfTen(3)));
    }

    private static long held(BigDecimal value) {
        BigDecimal rounded = value.setScale(0, RoundingMode.UP);
        BigDecimal max = BigDecimal.valueOf(Long.MAX_VALUE);
        return rounded.min(max).max(BigDecimal.valueOf(Long.MIN_VALUE)).longValueExact();
    }

    @Property
    void neverThrows(@ForAll String anything) {
        Quantity.units(anything);
        Quantity.millis(anything);
    }

    @Property
    void neverThrowsOnWhatLooksLikeAQuantity(@ForAll("almost") String almost) {
        Long units = Quantity.units(almost);
        assertThat(units == null).isEqualTo(Quantity.millis(almost) == null);
    }

    @Provide
    Arbitrary<String> almost() {
        return Arbitraries.strings().withChars("0123456789.+-eEKMGTPinumk ").ofMaxLength(14);
    }

    @Example
    void knowsTheFormsThatManifestsHave() {
        assertThat(Quantity.millis("250m")).isEqualTo(250);
        assertThat(Quantity.millis("1.5")).isEqualTo(1500);
        assertThat(Quantity.millis("2")).isEqualTo(2000);
        assertThat(Quantity.millis("1234567n")).isEqualTo(2);
        assertThat(Quantity.units("64Mi")).isEqualTo(64L << 20);
        assertThat(Quantity.units("1.5Gi")).isEqualTo(3L << 29);
        assertThat(Quantity.units("100M")).isEqualTo(100_000_000);
        assertThat(Quantity.units("12E")).isEqualTo(Long.MAX_VALUE);
        assertThat(Quantity.units("12e2")).isEqualTo(1200);
        assertThat(Quantity.units(".5k")).isEqualTo(500);
        assertThat(Quantity.units("5.")).isEqualTo(5);
        assertThat(Quantity.units("100m")).isEqualTo(1);
    }

    @Example
    void whatIsNoQuantityIsUnknown() {
        for (String text :
                new String[] {"", "-", ".", "Ki", "1 Gi", "1kb", "0x10", "1e", "1e+", "1ei", "NaN", "1Gi1", "٣"}) {
            assertThat(known(text)).as(text).isNull();
        }
        assertThat(known("1".repeat(1000))).isNull();
        assertThat(known("1e99999999999999999999")).isEqualTo(Long.MAX_VALUE);
        assertThat(known("-1e99999999999999999999")).isEqualTo(Long.MIN_VALUE);
        assertThat(known("1e-99999999999999999999")).isEqualTo(1);
    }

    private static @Nullable Long known(String text) {
        return Quantity.units(text);
    }
}
