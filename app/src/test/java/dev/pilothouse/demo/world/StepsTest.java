package dev.pilothouse.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a world that is closed leaves behind.
class StepsTest {

    @Test
    void nothingOfAClosedWorldIsWaitedFor() {
        var scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.setRemoveOnCancelPolicy(true);
        try {
            var steps = new Steps(true, scheduler, Runnable::run);
            var done = new AtomicInteger();
            steps.later(Duration.ofDays(1), done::incrementAndGet);
            steps.later(Duration.ofDays(2), done::incrementAndGet);
            assertThat(scheduler.getQueue()).hasSize(2);

            steps.close();
            steps.later(Duration.ZERO, done::incrementAndGet);

            assertThat(scheduler.getQueue()).isEmpty();
            assertThat(done).hasValue(0);
        } finally {
            scheduler.shutdownNow();
        }
    }
}
