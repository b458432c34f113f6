package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5S, <invalid>", "PT-1S, 0s", "PT0S, 0s", "PT119S, 119s", "PT2M, 2m", "PT5M10S, 5m10s", "PT9M59S, 9m59s",
                "PT10M5S, 10m",
        "PT179M, 179m", "PT3H, 3h", "PT3H20M, 3h20m", "PT7H59M, 7h59m", "PT8H30M, 8h", "PT47H, 47h", "P2D, 2d",
                "P2DT5H, 2d5h",
        "P7DT23H, 7d23h", "P8DT3H, 8d", "P729D, 729d", "P730D, 2y", "P770D, 2y40d", "P2920D, 8y"
    })
    void agesReadAsKubectlWritesThem(Duration span, String text) {
        assertThat(Ages.of(span)).isEqualTo(text);
    }
}
