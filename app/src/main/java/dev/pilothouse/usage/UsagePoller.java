package dev.pilothouse.usage;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.usage.UsageState.Absent;
import dev.pilothouse.usage.UsageState.Available;
import dev.pilothouse.usage.UsageState.Stale;
import dev.pilothouse.usage.UsageState.Unasked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks one question of the metrics API again and again, from `start` to `stop`.
final class UsagePoller {
    /// The metrics server measures every 15 s by default; asking more often than it measures shows a new
    /// sample soon.
    static final Duration PERIOD = Duration.ofSeconds(10);

    /// How long to wait where there is no metrics API.
    static final Duration PERIOD_WHILE_ABSENT = Duration.ofSeconds(60);

    /// The question: samples by the name of what was measured.
    @FunctionalInterface
    interface Question {
        Map<String, Sample> ask() throws KubeException, InterruptedException;
    }

    /// What pollers run on.
    ///
    /// @param blocking runs the requests
    /// @param scheduler only starts things later
    record Threads(Executor blocking, ScheduledExecutorService scheduler, Clock clock) {}

    private final Question question;
    private final Threads threads;
    private final Runnable changed;
    private volatile Map<String, Sample> samples = Map.of();
    private volatile UsageState state = new Unasked();
    private boolean running;
    private @Nullable Thread asking;
    private @Nullable Future<?> next;

    /// A poller that asks `question`, and runs `changed` after each answer.
    UsagePoller(Question question, Threads threads, Runnable changed) {
        this.question = question;
        this.threads = threads;
        this.changed = changed;
    }

    /// The samples of the last answer.
    Map<String, Sample> samples() {
        return samples;
    }

    /// How the last answer was.
    UsageState state() {
        return state;
    }

    /// Whether there was an answer, of whatever kind.
    boolean isAnswered() {
        return !(state instanceof Unasked);
    }

    /// Asks now, and from then on.
    synchronized void start() {
        if (running) return;
        running = true;
        threads.blocking().execute(this::poll);
    }

    /// Asks no more, and breaks off the request under way.
    synchronized void stop() {
        running = false;
        if (next != null) next.cancel(false);
        if (asking != null) asking.interrupt();
    }

    private void poll() {
        synchronized (this) {
            if (!running) return;
            asking = Thread.currentThread();
        }
        Instant began = threads.clock().instant();
        boolean answered = false;
        try {
            answered = ask();
        } finally {
            pollAgain(began); // whatever happened: usage must not stand still unnoticed
        }
        if (answered && isRunning()) changed.run();
    }

    private synchronized boolean isRunning() {
        return running;
    }

    private synchronized void pollAgain(Instant began) {
        asking = null;
        Thread.interrupted(); // a stop that came too late must not reach the next task of this thread
        if (!running) return;
        Duration wait =
                state instanceof Absent(Failure cause) && isAbsence(cause) ? PERIOD_WHILE_ABSENT : remaining(began);
        next = threads.scheduler()
                .schedule(() -> threads.blocking().execute(this::poll), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whether there was an answer of any kind.
    private boolean ask() {
        try {
            accept(question.ask());
            return true;
        } catch (KubeException e) {
            reject(e.failure());
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void accept(Map<String, Sample> answer) {
        Instant newest = Instant.MIN;
        Duration window = Duration.ZERO;
        for (Sample sample : answer.values()) {
            Instant time = sample.measured().time();
            Duration over = sample.measured().window();
            if (time.isAfter(newest)) newest = time;
            if (over.compareTo(window) > 0) window = over;
        }
        samples = Map.copyOf(answer);
        state = new Available(answer.isEmpty() ? threads.clock().instant() : newest, window);
    }

    private void reject(Failure failure) {
        Instant newest = switch (state) {
            case Available(Instant time, Duration _) -> time;
            case Stale(Instant time, Failure _) -> time;
            case Absent _, Unasked _ -> null;
        };
        if (newest != null && !isTooOld(newest)) { // also where the API is absent: a server that restarts says so
            state = new Stale(newest, failure);
        } else {
            samples = Map.of();
            state = new Absent(failure);
        }
    }

    private boolean isTooOld(Instant newest) {
        return newest.plus(Sample.OLD).isBefore(threads.clock().instant());
    }

    /// Whether the failure says that there is no metrics API for this user, rather than that the connection
    /// is bad.
    private static boolean isAbsence(Failure failure) {
        return failure instanceof Failure.NotFound
                || failure instanceof Failure.Forbidden
                || (failure instanceof Failure.Unexpected unexpected && unexpected.status() == 503);
    }

    private Duration remaining(Instant began) {
        Duration left = PERIOD.minus(Duration.between(began, threads.clock().instant()));
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }
}
