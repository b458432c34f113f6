package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.List;

/// Pods that change all the time, in a table that is sorted by what changes, filtered, and has marks.
final class ChurnScenario implements Scenario {
    /// All pods that are changed have it in their names, and half of all have.
    private static final String FILTER = "web-";

    private static final int MARKS = 500;

    /// What a server can take as patches beside the program, on two processors.
    private static final int MOST_PATCHES = 100;

    /// The part of them without which figures say nothing about so many.
    private static final double LEAST = 0.8;

    /// How long a server that was given more than it can tell of may tell of the rest.
    private static final Duration REST = Duration.ofSeconds(30);

    private final int perSecond;

    ChurnScenario(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public String name() {
        return "churn-" + perSecond;
    }

    @Override
    public String about() {
        return perSecond + " pods change a second; in the whole table first, then sorted by restarts, filtered, with "
                + MARKS + " marks";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            measure(bed, run, figures, "plain: ");
            Columns.sortBy(run, "restarts");
            filter(run);
            mark(bed, run);
            measure(bed, run, figures, "");
        }
    }

    private void measure(Bed bed, ProgramRun run, Figures figures, String prefix) {
        Changes changes = changes(bed); // which takes its time, and changes pods itself
        Pauses.pass(Duration.ofSeconds(1));
        int place = run.mark();
        Churn churn = new Churn(changes, perSecond, false);
        ProgramRun.Usage used;
        try (churn) {
            used = run.watch(bed.time());
        }
        Pauses.until(REST, () -> run.changedSince(place) >= churn.changes());
        if (bed.strict() && perSecond <= MOST_PATCHES && churn.rate() < LEAST * perSecond)
            throw new BrokenMeasurement("only %.0f changes a second were taken by the server".formatted(churn.rate()));
        List<TraceEvent> batches = run.trace().since(place, "rows.batch");
        figures.add(prefix + "changes taken by the server", "a second", churn.rate());
        figures.add(prefix + "cpu", "%", used.cpu());
        figures.add(prefix + "cpu of the UI thread", "%", used.fx());
        figures.add(
                prefix + "batches",
                "a second",
                batches.size() / (double) bed.time().toSeconds());
        figures.spread(
                prefix + "change to paint",
                "ms",
                Latencies.of(churn.sent(), batches, run.trace().epoch()));
        figures.spread(prefix + "UI thread per batch", "ms", numbers(batches, "fxMs"));
        figures.spread(prefix + "model per batch", "ms", numbers(batches, "modelMs"));
        figures.spread(prefix + "arrival to hand-over", "ms", numbers(batches, "lagMs"));
    }

    private Changes changes(Bed bed) {
        return perSecond > MOST_PATCHES
                ? new StoredPods(bed.server(), bed.pods())
                : new PatchedPods(bed.server(), bed.pods());
    }

    private static List<Double> numbers(List<TraceEvent> batches, String field) {
        return batches.stream().map(batch -> batch.number(field)).toList();
    }

    private static void filter(ProgramRun run) {
        run.mark();
        run.keys().press("slash");
        run.keys().type(FILTER);
        run.await("filter.applied", event -> event.text("text").equals(FILTER));
        run.keys().press("Return");
    }

    /// Marks a range from the top, page by page, until there are enough.
    private static void mark(Bed bed, ProgramRun run) {
        int wanted = Math.min(MARKS, bed.pods() / 4);
        run.keys().press("g", "space");
        for (int page = 0; page < 60; page++) {
            int place = run.mark();
            run.keys().press("Next", "ctrl+space", "j");
            run.comes("selection", event -> event.number("marked") >= wanted, Duration.ofMillis(500));
            for (TraceEvent event : run.trace().since(place, "selection")) if (event.number("marked") >= wanted) return;
        }
        throw new BrokenMeasurement("not " + wanted + " rows could be marked");
    }
}
