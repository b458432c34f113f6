package dev.pilothouse.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A scheduler whose time stands still until a test moves it; tasks run on the test's own thread.
public final class ManualScheduler extends ScheduledThreadPoolExecutor {
    private final List<Task> tasks = new ArrayList<>();
    private long nanos = 1;

    /// A scheduler at the start of time.
    public ManualScheduler() {
        super(0);
    }

    /// The time.
    public long nanoTime() {
        return nanos;
    }

    /// A clock that says `start` at the start of time, and stands still as the time does.
    public Clock clock(Instant start) {
        return new Clock() {
            @Override
            public Instant instant() {
                return start.plusNanos(nanos);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /// How many tasks wait.
    public int waiting() {
        return tasks.size();
    }

    /// Lets time pass, running what becomes due, in order.
    public void advance(Duration time) {
        long end = nanos + time.toNanos();
        while (true) {
            Task next = tasks.stream()
                    .min(Comparator.comparingLong(task -> task.due))
                    .orElse(null);
            if (next == null || next.due > end) break;
            tasks.remove(next);
            nanos = Math.max(nanos, next.due);
            next.command.run();
        }
        nanos = end;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, nanos + unit.toNanos(delay));
        tasks.add(task);
        return task;
    }

    private final class Task implements ScheduledFuture<@Nullable Object> {
        private final Runnable command;
        private final long due;

        Task(Runnable command, long due) {
            this.command = command;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return tasks.remove(this);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return !tasks.contains(this);
        }

        @Override
        public @Nullable Object get() {
            return null;
        }

        @Override
        public @Nullable Object get(long timeout, TimeUnit unit) {
            return null;
        }
    }
}
