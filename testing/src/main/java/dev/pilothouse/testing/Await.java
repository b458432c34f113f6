package dev.pilothouse.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what a cluster brings about in its own time.
final class Await {
    private Await() {}

    /// Returns when `condition` holds; an error that names `what` after so long.
    static void until(String what, Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not within " + longest + ": " + what);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
