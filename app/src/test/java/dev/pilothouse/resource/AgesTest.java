package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    /// Each boundary of kubectl's rules, from just below to just above.
    @ParameterizedTest
    @CsvSource({
        "PT-2S, <invalid>",
        "PT-1.999S, 0s",
        "PT0S, 0s",
        "PT0.999S, 0s",
        "PT1S, 1s",
        "PT70S, 70s",
        "PT1M59.999S, 119s",
        "PT2M, 2m",
        "PT2M1S, 2m1s",
        "PT3M10S, 3m10s",
        "PT9M59.999S, 9m59s",
        "PT10M, 10m",
        "PT10M1S, 10m",
        "PT70M, 70m",
        "PT2H59M59.999S, 179m",
        "PT3H, 3h",
        "PT3H1M, 3h1m",
        "PT3H12M, 3h12m",
        "PT7H59M59.999S, 7h59m",
        "PT8H59M, 8h",
        "PT47H, 47h",
        "PT47H59M59.999S, 47h",
        "P2D, 2d",
        "P2DT1H, 2d1h",
        "P7DT23H59M, 7d23h",
        "P8D, 8d",
        "P8DT23H, 8d",
        "P367D, 367d",
        "P770D, 2y40d",
        "P729DT23H59M, 729d",
        "P730D, 2y",
        "P730DT23H59M, 2y",
        "P731D, 2y1d",
        "P1095D, 3y",
        "P2919DT23H, 7y364d",
        "P2920D, 8y",
        "P3284D, 8y",
        "P3285D, 9y"
    })
    void spansReadAsKubectlWritesThem(Duration span, String text) {
        assertThat(Ages.of(span)).isEqualTo(text);
    }
}
