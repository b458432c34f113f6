package dev.pilothouse.kube.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseTest {
    /// Or a network that loses its connections every few seconds would be waited for longer each time.
    @Test
    void aWatchThatWasCutAfterFiveSecondsHasMadeGoodForWhatFailedBefore() {
        Pulse pulse = new Pulse();
        pulse.asked();
        pulse.answered(Instant.EPOCH);

        assertThat(pulse.gotSomewhere(Instant.EPOCH.plusSeconds(1))).isFalse();
        assertThat(pulse.gotSomewhere(Instant.EPOCH.plusSeconds(5))).isTrue();
    }
}
