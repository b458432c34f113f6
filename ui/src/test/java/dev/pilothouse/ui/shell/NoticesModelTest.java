package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesModelTest {
    private Instant now = Instant.EPOCH;
    private final NoticesModel notices = new NoticesModel(new Running(), Trace.off());

    @Test
    void resultsLeaveTheScreenByThemselvesAndFailuresStay() {
        notices.done("copied", Text.of("shell.notice.copied", "web"));
        notices.failed(new Failure.Unreachable("GET /version", ""));

        now = now.plusSeconds(7);
        notices.expire();

        assertThat(notices.visible()).extracting(Notice::level).containsExactly(Notice.Level.FAILED);
        assertThat(notices.all()).hasSize(2);
    }

    @Test
    void manyFailuresAtOnceLeaveRoomForTheTable() {
        IntStream.range(0, 20).forEach(i -> notices.failed(new Failure.Unreachable("GET /apis/" + i, "")));

        assertThat(notices.visible()).hasSize(5);
        assertThat(notices.visible().getLast().details()).contains("/apis/19");
        assertThat(notices.all()).hasSize(20);
    }

    private final class Running extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(this, Duration.ZERO);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
