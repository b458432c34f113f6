package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Changes pods at an even pace until it is closed: each change gives the next of the `web-` pods another number of
/// restarts by a patch of its status. Where the server is slower than asked, as fast as that goes.
final class Churn implements AutoCloseable {
    private static final int CONNECTIONS = 12;
    /// Counts on from one churn to the next: a patch that changes nothing is no event.
    private static final AtomicInteger RESTARTS = new AtomicInteger(1000);

    private final PodWriter writer;
    private final int pods;
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
    /// @param pods how many there are; every second one is changed in turn
    /// @param forgiving whether requests may fail, because the server is to be restarted meanwhile
    Churn(ApiServer server, int pods, double perSecond, boolean forgiving) {
        this.writer = new PodWriter(server);
        this.pods = pods;
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
            change(n);
        }
    }

    private void change(int n) {
        int pod = n * 2 % pods;
        String status = "{\"status\":{\"containerStatuses\":[{\"name\":\"app\",\"restartCount\":"
                + RESTARTS.getAndIncrement() + "}]}}";
        long at = System.currentTimeMillis();
        try {
            writer.patchStatus(PodTemplate.namespace(pod), PodTemplate.name(pod), status);
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
        writer.close();
        if (failed.get() > 0) throw new BrokenMeasurement(failed + " changes were refused by the server");
    }
}
