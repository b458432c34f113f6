package dev.pilothouse.kube.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final String NOW = "Sun, 22 Nov 2026 21:59:30 GMT";

    @Test
    void secondsAndDatesByTheServersClockAreUnderstood() {
        assertThat(RetryAfter.of("120", "")).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 22:00:00 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 21:00:00 GMT", NOW)).isZero();
        assertThat(RetryAfter.of("Sun, 22 Nov 2099 21:00:00 GMT", NOW)).isEqualTo(Duration.ofDays(7));
        assertThat(RetryAfter.of("soon", NOW)).isNull();
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 22:00:00 GMT", "")).isNull();
    }
}
