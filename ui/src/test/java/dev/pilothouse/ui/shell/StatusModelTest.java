package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Text;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusModelTest {
    private long nanos = 1;
    private long requests;
    private final StatusModel status = new StatusModel(() -> Instant.EPOCH, () -> nanos);

    @Test
    void theRateCountsWhatWasAskedSinceItWasMeasuredBefore() {
        connect();
        measureAfter(1, 40);
        assertThat(status.rateProperty().get()).isNull(); // nothing to compare with yet

        measureAfter(2, 50);
        assertThat(status.rateProperty().get()).isEqualTo(Text.of("shell.top.rateValue", 5.0));

        measureAfter(1, 50);
        assertThat(status.rateProperty().get()).isEqualTo(Text.of("shell.top.rateValue", 0.0));
    }

    @Test
    void anotherContextHasNoRateAndNoVersionYet() {
        connect();
        measureAfter(1, 10);
        measureAfter(1, 20);

        status.context("other");
        assertThat(status.rateProperty().get()).isNull();
        assertThat(status.versionProperty().get()).isEmpty();

        measureAfter(1, 30);
        assertThat(status.rateProperty().get()).isNull();
    }

    private void connect() {
        status.context("demo");
        status.connected("v1.34.4", () -> requests);
    }

    private void measureAfter(int seconds, long sofar) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
        requests = sofar;
        status.measure();
    }
}
