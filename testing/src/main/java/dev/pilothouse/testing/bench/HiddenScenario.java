package dev.pilothouse.testing.bench;

import java.time.Duration;

/// A table that changes while nobody sees it, because the window is iconified or another view is in front.
final class HiddenScenario implements Scenario {
    private static final int PER_SECOND = 100;
    /// A view that was left is closed some seconds later, so that going back is quick.
    private static final Duration LEFT = Duration.ofSeconds(40);

    @Override
    public String name() {
        return "hidden";
    }

    @Override
    public String about() {
        return PER_SECOND + " changes a second: cost on screen, iconified, just left, and given up";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live();
                Churn churn = bed.churn(PER_SECOND)) {
            double shown = measure(bed, run, figures, "shown");
            String window = run.keys().iconify(run.pid());
            Pauses.pass(Duration.ofSeconds(2));
            double iconified = measure(bed, run, figures, "iconified");
            run.mark();
            run.keys().restore(window);
            run.await("rows.batch");
            run.keys().press("colon");
            run.keys().type("nodes");
            run.keys().press("Return");
            run.await("rows.live", event -> event.text("kind").equals("nodes"));
            measure(bed, run, figures, "just left");
            Pauses.pass(LEFT);
            double other = measure(bed, run, figures, "other view");
            figures.add("iconified: cpu, of that on screen", "%", 100 * iconified / shown);
            figures.add("other view: cpu, of that on screen", "%", 100 * other / shown);
            figures.add("changes", "a second", churn.rate());
        }
    }

    /// The processor time, in percent of a core.
    private static double measure(Bed bed, ProgramRun run, Figures figures, String how) {
        int place = run.mark();
        ProgramRun.Usage used = run.watch(bed.time().dividedBy(2));
        figures.add(how + ": cpu", "%", used.cpu());
        figures.add(how + ": cpu of the UI thread", "%", used.fx());
        long batches = run.trace().since(place, "rows.batch").stream()
                .filter(batch -> batch.text("kind").equals("pods"))
                .count();
        figures.add(how + ": batches", "batches", (double) batches);
        return used.cpu();
    }
}
