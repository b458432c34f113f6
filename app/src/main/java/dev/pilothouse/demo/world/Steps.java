package dev.pilothouse.demo.world;

import dev.pilothouse.demo.store.StatusException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
    private final Set<Planned> planned = ConcurrentHashMap.newKeySet();
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

    /// Ends the world: no step is begun any more, and none is waited for.
    public void close() {
        closed = true;
        planned.forEach(Planned::cancel);
    }

    /// Does a step after some time; at once where the world is frozen.
    void later(Duration delay, Runnable step) {
        if (closed) {
            return;
        }
        if (alive) {
            new Planned(step).after(delay);
        } else {
            now(step);
        }
    }

    /// A step that has its time.
    private final class Planned implements Runnable {
        private final Runnable step;
        private volatile @Nullable Future<?> begin;

        Planned(Runnable step) {
            this.step = step;
        }

        void after(Duration delay) {
            planned.add(this);
            try {
                begin = scheduler.schedule(this, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                planned.remove(this);
                LOG.trace("demo cluster: closed, nothing moves any more", e);
            }
            if (closed) {
                cancel(); // who closed may have come too early to do it
            }
        }

        void cancel() {
            planned.remove(this);
            var waiting = begin;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }

        @Override
        public void run() {
            planned.remove(this);
            threads.execute(() -> Steps.this.run(step));
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
