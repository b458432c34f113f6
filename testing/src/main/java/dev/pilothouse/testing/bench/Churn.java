package dev.pilothouse.testing.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Changes pods at an even pace until it is closed. Where the server is slower than asked, as fast as that goes.
final class Churn implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final Changes changes;
    private final double perSecond;
    private final boolean forgiving;
    private final ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong failed = new AtomicLong();
    private final long start = System.nanoTime();
    private long[] sent = new long[4096];
    private int count;
    private volatile long end;

    /// Begins.
    ///
    /// @param changes closed with it
    /// @param forgiving whether requests may fail, because the server is to be restarted meanwhile
    Churn(Changes changes, double perSecond, boolean forgiving) {
        this.changes = changes;
        this.perSecond = perSecond;
        this.forgiving = forgiving;
        for (int c = 0; c < CONNECTIONS; c++) {
            workers.execute(this::work);
        }
    }

    private void work() {
        while (end == 0) {
            int n = next.getAndIncrement();
            long due = start + (long) (n / perSecond * 1e9);
            while (end == 0 && System.nanoTime() < due) {
                Pauses.pass(java.time.Duration.ofNanos(Math.clamp(due - System.nanoTime(), 0, 50_000_000)));
            }
            if (end != 0) return;
            change();
        }
    }

    private void change() {
        long at = System.currentTimeMillis();
        try {
            changes.next();
            done.incrementAndGet();
            note(at);
        } catch (RuntimeException e) {
            if (!forgiving && end == 0) failed.incrementAndGet();
        }
    }

    private synchronized void note(long at) {
        if (count == sent.length) sent = Arrays.copyOf(sent, count * 2);
        sent[count++] = at;
    }

    /// When each change was sent, in milliseconds of this machine's clock, in order.
    synchronized double[] sent() {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) all[i] = (double) sent[i];
        Arrays.sort(all);
        return all;
    }

    /// How many changes the server has taken.
    int changes() {
        return done.get();
    }

    /// How many a second it took.
    double rate() {
        return done.get() / (((end == 0 ? System.nanoTime() : end) - start) / 1e9);
    }

    /// Ends it, when the changes under way are answered.
    @Override
    public void close() {
        if (end == 0) end = System.nanoTime();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(60, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        changes.close();
        if (failed.get() > 0) throw new BrokenMeasurement(failed + " changes were refused by the server");
    }
}
