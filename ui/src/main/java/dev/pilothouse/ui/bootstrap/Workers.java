package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.live.TableThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The program's threads, made here and handed to whoever needs them.
///
/// @param blocking a virtual thread per task, for whatever waits
/// @param computing a few platform threads, for whatever computes, such as the writers of tables
/// @param scheduler starts things later; runs nothing for long itself
record Workers(ExecutorService blocking, ExecutorService computing, ScheduledExecutorService scheduler)
        implements AutoCloseable {

    /// What tables run on.
    TableThreads tables() {
        return new TableThreads(computing, scheduler, System::nanoTime);
    }

    /// Starts no thread yet. None of them keeps the program alive.
    static Workers start() {
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Workers(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("blocking-", 0).factory()),
                Executors.newFixedThreadPool(
                        cores,
                        Thread.ofPlatform().daemon().name("computing-", 0).factory()),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("scheduler").factory()));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        computing.shutdownNow();
        blocking.shutdownNow();
    }
}
