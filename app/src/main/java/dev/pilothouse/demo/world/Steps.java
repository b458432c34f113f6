package dev.pilothouse.demo.world;

import dev.pilothouse.demo.store.StatusException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what the controllers and the kubelets do, one step at a time. In a living world steps take their time; in a
/// frozen one all that follows from a change has happened when the change returns.
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final boolean alive;
    private final ScheduledExecutorService scheduler;
    private final Executor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private volatile boolean closed;

    /// Steps that are started by `scheduler` and run on `threads`.
    public Steps(boolean alive, ScheduledExecutorService scheduler, Executor threads) {
        this.alive = alive;
        this.scheduler = scheduler;
        this.threads = threads;
    }

    boolean alive() {
        return alive;
    }

    /// Ends the world: no step is begun any more.
    public void close() {
        closed = true;
    }

    /// Does a step after some time; at once where the world is frozen.
    void later(Duration delay, Runnable step) {
        if (closed) {
            return;
        }
        if (alive) {
            try {
                var _ = scheduler.schedule(
                        () -> threads.execute(() -> run(step)), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.trace("demo cluster: closed, nothing moves any more", e);
            }
        } else {
            now(step);
        }
    }

    // Steps that a step asks for come after it, not within it.
    private void now(Runnable step) {
        if (lock.isHeldByCurrentThread()) {
            waiting.add(step);
            return;
        }
        lock.lock();
        try {
            waiting.add(step);
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                attempt(next);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable step) {
        lock.lock();
        try {
            if (!closed) {
                attempt(step);
            }
        } finally {
            lock.unlock();
        }
    }

    // One step that fails must neither take the others along nor reach whoever made the change.
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (StatusException e) {
            LOG.debug("demo cluster: a client was quicker than a step", e);
        } catch (RuntimeException e) {
            LOG.error("demo cluster: a step failed", e);
        }
    }
}
