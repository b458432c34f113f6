package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Three tables in three windows at once. The program opens one window, so there are three programs.
final class WindowsScenario implements Scenario {
    /// How long the last changes may take to come on screen.
    private static final Duration REST = Duration.ofSeconds(30);

    private static final int PER_SECOND = 100;

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public String about() {
        return "three programs side by side (all pods, one namespace, filtered) at " + PER_SECOND + " changes a second";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun all = bed.live();
                ProgramRun one = bed.live(":pods team-07", bed.server().url(), Map.of());
                ProgramRun some = bed.live(":pods all /web-cart", bed.server().url(), Map.of())) {
            double filtered = some.trace().since(0, "rows.batch").getLast().number("rows");
            if (filtered == 0 || filtered == bed.pods())
                throw new BrokenMeasurement("the filter kept " + filtered + " rows");
            int place = all.mark();
            Churn churn = bed.churn(PER_SECOND);
            ProcessFacts allBefore = all.facts();
            ProcessFacts oneBefore = one.facts();
            ProgramRun.Usage used;
            try (churn) {
                used = some.watch(bed.time());
            }
            figures.add("cpu, all pods", "%", all.facts().cpuSince(allBefore));
            figures.add("cpu, one namespace", "%", one.facts().cpuSince(oneBefore));
            figures.add("cpu, filtered", "%", used.cpu());
            figures.add(
                    "rss of all three",
                    "MB",
                    all.facts().rssMb() + one.facts().rssMb() + some.facts().rssMb());
            figures.add("changes", "a second", churn.rate());
            Pauses.until(REST, () -> all.changedSince(place) >= churn.changes());
            List<TraceEvent> batches = all.trace().since(place, "rows.batch");
            figures.spread(
                    "all pods: change to paint",
                    "ms",
                    Latencies.of(churn.sent(), batches, all.trace().epoch()));
            figures.spread(
                    "all pods: UI thread per batch",
                    "ms",
                    batches.stream().map(batch -> batch.number("fxMs")).toList());
        }
    }
}
