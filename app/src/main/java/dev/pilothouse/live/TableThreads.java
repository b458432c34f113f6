package dev.pilothouse.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What tables run on. Every table has one writer at a time, whatever the executor.
///
/// @param writers runs the writers; they compute, and block only while a listener does
/// @param scheduler only starts things later; never runs them itself for long
/// @param nanoTime the clock that batches are paced by, `System::nanoTime` but in tests
public record TableThreads(Executor writers, ScheduledExecutorService scheduler, LongSupplier nanoTime) {

    /// Runs `task` among the writers after `wait`, so that the scheduler itself is never held up.
    void later(Duration wait, Runnable task) {
        var _ = scheduler.schedule(() -> writers.execute(task), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
