package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Lets time pass, and waits for what happens outside this process.
final class Pauses {
    private Pauses() {}

    /// Returns after so long.
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }

    /// Whether `condition` came to hold before `longest` was over.
    static boolean until(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            pass(Duration.ofMillis(5));
        }
        return true;
    }
}
