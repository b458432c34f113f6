package dev.pilothouse.testing.bench;

import java.util.Map;

/// Three tables in three windows at once. The program opens one window, so there are three programs.
final class WindowsScenario implements Scenario {
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
                ProgramRun some = bed.live(":pods all /web-cart", bed.server().url(), Map.of());
                Churn churn = bed.churn(PER_SECOND)) {
            ProcessFacts allBefore = all.facts();
            ProcessFacts oneBefore = one.facts();
            ProgramRun.Usage used = some.watch(bed.time());
            figures.add("cpu, all pods", "%", all.facts().cpuSince(allBefore));
            figures.add("cpu, one namespace", "%", one.facts().cpuSince(oneBefore));
            figures.add("cpu, filtered", "%", used.cpu());
            figures.add(
                    "rss of all three",
                    "MB",
                    all.facts().rssMb() + one.facts().rssMb() + some.facts().rssMb());
            figures.add("changes", "a second", churn.rate());
        }
    }
}
