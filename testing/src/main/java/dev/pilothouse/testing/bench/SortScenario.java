package dev.pilothouse.testing.bench;

import java.util.ArrayList;
import java.util.Map;

/// Sorted by each column in turn, all of them on screen.
final class SortScenario implements Scenario {
    @Override
    public String name() {
        return "sort";
    }

    @Override
    public String about() {
        return "by each column, the rare ones too: from the key to the table in that order";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            run.keys().press("ctrl+w");
            Map<String, Double> times = Columns.each(run);
            if (times.size() < 10) throw new BrokenMeasurement("only sorted by " + times.keySet());
            times.forEach((column, ms) -> figures.add("by " + column, "ms", ms));
            figures.spread("any column", "ms", new ArrayList<>(times.values()));
        }
    }
}
