package dev.pilothouse.testing.bench;

import java.io.PrintStream;

/// Says on standard error what goes on, so that standard output holds nothing but the result.
final class Progress {
    private final PrintStream err;

    Progress(PrintStream err) {
        this.err = err;
    }

    /// One line.
    void say(String what) {
        err.println("bench: " + what);
    }

    /// `done` of `all`, begun at `startNanos`; writes over itself until it is complete.
    void count(String things, int done, int all, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        err.printf("\rbench: %,d of %,d %s, %.0f a second ", done, all, things, done / seconds);
        if (done == all) err.println();
        err.flush();
    }
}
