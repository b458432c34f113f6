package dev.pilothouse.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final ByHand scheduler = new ByHand();
    private final Ticker ticker = new Ticker(ui::add, scheduler, () -> Instant.EPOCH.plusSeconds(7));
    private final AtomicInteger ticks = new AtomicInteger();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void ticksOnlyWhileSomebodyListens() {
        assertThat(scheduler.running).isZero();

        var one = ticker.listen(ticks::incrementAndGet);
        var other = ticker.listen(ticks::incrementAndGet);
        assertThat(scheduler.running).isEqualTo(1);
        second();
        assertThat(ticks).hasValue(2);

        one.unsubscribe();
        second();
        assertThat(ticks).hasValue(3);

        other.unsubscribe();
        assertThat(scheduler.running).isZero();
    }

    @Test
    void aTickThatWasOnItsWayWhenTheLastListenerLeftIsNotHeard() {
        var listening = ticker.listen(ticks::incrementAndGet);
        scheduler.tick();
        listening.unsubscribe();

        ui.remove().run();

        assertThat(ticks).hasValue(0);
    }

    @Test
    void aListenerMayLeaveWhileItIsCalled() {
        var leaving = new Object() {
            javafx.util.Subscription subscription = javafx.util.Subscription.EMPTY;
        };
        leaving.subscription = ticker.listen(() -> leaving.subscription.unsubscribe());
        ticker.listen(ticks::incrementAndGet);

        second();
        second();

        assertThat(ticks).hasValue(2);
    }

    @Test
    void tellsTheTimeOfItsClock() {
        assertThat(ticker.now()).isEqualTo(Instant.EPOCH.plusSeconds(7));
    }

    private void second() {
        scheduler.tick();
        while (!ui.isEmpty()) ui.remove().run();
    }

    /// A scheduler whose time passes when the test says so.
    private static final class ByHand extends ScheduledThreadPoolExecutor {
        private int running;
        private Runnable task = () -> {};

        ByHand() {
            super(1, Executors.defaultThreadFactory());
        }

        void tick() {
            task.run();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
            running++;
            task = command;
            ScheduledFuture<?> far = super.schedule(() -> {}, 1, TimeUnit.DAYS);
            return new Counted(far);
        }

        private final class Counted implements ScheduledFuture<Object> {
            private final ScheduledFuture<?> far;

            Counted(ScheduledFuture<?> far) {
                this.far = far;
            }

            @Override
            public boolean cancel(boolean interrupt) {
                running--;
                return far.cancel(interrupt);
            }

            @Override
            public long getDelay(TimeUnit unit) {
                return far.getDelay(unit);
            }

            @Override
            public int compareTo(java.util.concurrent.Delayed other) {
                return far.compareTo(other);
            }

            @Override
            public boolean isCancelled() {
                return far.isCancelled();
            }

            @Override
            public boolean isDone() {
                return far.isDone();
            }

            @Override
            public Object get() {
                return "";
            }

            @Override
            public Object get(long timeout, TimeUnit unit) {
                return "";
            }
        }
    }
}
