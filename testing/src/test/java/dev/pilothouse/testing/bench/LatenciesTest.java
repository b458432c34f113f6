package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void eachChangeIsTimedToTheBatchThatBringsIt() {
        double[] sent = {10_100, 10_150, 10_320};

        assertThat(Latencies.of(sent, List.of(batch(200, 2), batch(300, 0), batch(400, 1)), 10_000))
                .containsExactly(100.0, 50.0, 80.0);
    }

    @Test
    void changesThatNeverCameBreakTheMeasurement() {
        double[] sent = {10_100, 10_150, 10_320};

        assertThatExceptionOfType(BrokenMeasurement.class)
                .isThrownBy(() -> Latencies.of(sent, List.of(batch(200, 2)), 10_000))
                .withMessage("of 3 changes 2 came on screen");
    }

    @Test
    void changesThatCameBeforeTheyWereMadeBreakTheMeasurement() {
        double[] sent = {10_100, 10_350};

        assertThatExceptionOfType(BrokenMeasurement.class)
                .isThrownBy(() -> Latencies.of(sent, List.of(batch(200, 2)), 10_000))
                .withMessage("of 2 changes 1 came before they were made");
    }

    private static TraceEvent batch(double t, int changed) {
        return new TraceEvent(
                t, "rows.batch", JsonNodeFactory.instance.objectNode().put("changed", changed));
    }
}
