package dev.pilothouse.insight.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "100m, 150m, 250m",
        "500m, 1500m, 2",
        "1, 500m, 1500m",
        "64Mi, 64Mi, 128Mi",
        "512Mi, 512Mi, 1Gi",
        "1Gi, 1Mi, 1025Mi",
        "1000k, 1M, 2M",
        "0, 128Mi, 128Mi",
        "1e3, 1, 1001",
        ".5, .5, 1",
        "nonsense, 1, 1",
        "1.5Gi, 0, 1536Mi"
    })
    void sumsReadAsKubectlWritesThem(String first, String second, String sum) {
        assertThat(Amount.parse(first).plus(Amount.parse(second))).hasToString(sum);
    }

    @ParameterizedTest
    @CsvSource({"100m, 2, 5", "1, 3, 33", "1, 0, 0", "3, 2, 150"})
    void sharesAreRoundedDown(String part, String whole, long percent) {
        assertThat(Amount.parse(part).percentOf(Amount.parse(whole))).isEqualTo(percent);
    }
}
