package dev.pilothouse.kube.reflect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is to be done after a wait; nothing most of the time.
final class Due {
    private @Nullable Runnable next;
    private long nanos;

    /// From now on this is waited for, and nothing else.
    void after(Duration time, Runnable then) {
        next = then;
        nanos = System.nanoTime() + time.toNanos();
    }

    boolean isWaiting() {
        return next != null;
    }

    boolean isOver() {
        return next != null && nanos - System.nanoTime() <= 0;
    }

    /// How long nothing has to be done, in nanoseconds, at most `most`.
    long patience(Duration most) {
        long longest = most.toNanos();
        return next == null ? longest : Math.clamp(nanos - System.nanoTime(), 0, longest);
    }

    void forget() {
        next = null;
    }

    /// Does it, however long it should still be waited for.
    void run() {
        Runnable due = next;
        next = null;
        if (due != null) due.run();
    }
}
