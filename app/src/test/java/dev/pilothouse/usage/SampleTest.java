package dev.pilothouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Measured;
import dev.pilothouse.usage.Sample.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void sumsThatNobodyCanUseStayAtTheGreatestNumber() {
        Sample sample = Sample.of(
                List.of(new Container("a", Long.MAX_VALUE, 1), new Container("b", 5, -3)),
                Measured.of(Instant.EPOCH, Duration.ofSeconds(10)));

        assertThat(sample.cpu()).isEqualTo(Long.MAX_VALUE);
        assertThat(sample.memory()).isEqualTo(-2);
    }
}
