package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Pods that come and go, as a large job makes them.
final class CreateDeleteScenario implements Scenario {
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 12;

    private final PodTemplate template = new PodTemplate();

    @Override
    public String name() {
        return "create-delete";
    }

    @Override
    public String about() {
        return PER_SECOND + " pods are made a second and as many deleted, or as many as the server can";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            int place = run.mark();
            AtomicInteger gone = new AtomicInteger();
            AtomicReference<RuntimeException> failure = new AtomicReference<>();
            Semaphore stop = new Semaphore(0);
            ProgramRun.Usage used;
            try (PodWriter writer = new PodWriter(bed.server());
                    ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS)) {
                AtomicInteger next = new AtomicInteger();
                long start = System.nanoTime();
                for (int c = 0; c < CONNECTIONS; c++) {
                    workers.execute(() -> {
                        try {
                            while (!isOver(stop, start, next.get())) {
                                comeAndGo(writer, template.pod(bed.pods() + next.getAndIncrement()));
                                gone.incrementAndGet();
                            }
                        } catch (RuntimeException e) {
                            failure.compareAndSet(null, e);
                        }
                    });
                }
                used = run.watch(bed.time());
                stop.release();
            }
            if (failure.get() != null) throw new BrokenMeasurement("pods could not be made", failure.get());
            run.await("rows.batch", event -> event.number("rows") == bed.pods());
            figures.add(
                    "made and deleted",
                    "a second",
                    gone.get() / (double) bed.time().toSeconds());
            figures.add("cpu", "%", used.cpu());
            figures.add("cpu of the UI thread", "%", used.fx());
            var batches = run.trace().since(place, "rows.batch");
            figures.spread(
                    "UI thread per batch",
                    "ms",
                    batches.stream().map(b -> b.number("fxMs")).toList());
            figures.spread(
                    "arrival to hand-over",
                    "ms",
                    batches.stream().map(b -> b.number("lagMs")).toList());
        }
    }

    /// Keeps the pace; whether the time is over.
    private static boolean isOver(Semaphore stop, long start, int n) {
        long due = start + TimeUnit.SECONDS.toNanos(n) / PER_SECOND;
        while (stop.availablePermits() == 0 && System.nanoTime() < due) Pauses.pass(Duration.ofMillis(1));
        return stop.availablePermits() > 0;
    }

    private static void comeAndGo(PodWriter writer, PodTemplate.Made pod) {
        writer.create(pod);
        writer.delete(pod.namespace(), pod.name());
    }
}
