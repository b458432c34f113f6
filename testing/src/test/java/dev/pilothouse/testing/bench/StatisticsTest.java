package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void fiveRunsInAnyOrder() {
        assertThat(Statistics.of(List.of(5.0, 1.0, 4.0, 2.0, 30.0))).isEqualTo(new Statistics(5, 4, 1, 30, 2, 5));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Statistics.of(List.of(1.0, 2.0, 4.0, 100.0)).median()).isEqualTo(3);
    }

    @Test
    void aSingleRunIsItsOwnSpread() {
        assertThat(Statistics.of(List.of(7.0))).isEqualTo(new Statistics(1, 7, 7, 7, 7, 7));
    }

    @Test
    void thePercentileIsASampleThatWasMeasured() {
        List<Double> hundred = java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(i -> (double) i)
                .toList();

        assertThat(Statistics.percentile(hundred, 95)).isEqualTo(95);
        assertThat(Statistics.percentile(List.of(1.0, 2.0, 3.0), 95)).isEqualTo(3);
    }

    @Test
    void nothingMeasuredIsBrokenAndNotZero() {
        assertThatExceptionOfType(BrokenMeasurement.class).isThrownBy(() -> Statistics.of(List.of()));
    }
}
