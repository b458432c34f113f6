package dev.pilothouse.testing.bench;

import java.util.ArrayList;
import java.util.List;

/// A filter typed letter by letter, and taken away.
final class FilterScenario implements Scenario {
    private static final String TEXT = "web-search";

    @Override
    public String name() {
        return "filter";
    }

    @Override
    public String about() {
        return "`" + TEXT + "` typed letter by letter: from each key to the table that answers it";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            List<Double> times = new ArrayList<>();
            run.keys().press("slash");
            for (int n = 1; n <= TEXT.length(); n++) {
                String typed = TEXT.substring(0, n);
                run.mark();
                run.keys().type(TEXT.substring(n - 1, n));
                times.add(
                        run.await("filter.applied", event -> event.text("text").equals(typed))
                                .number("ms"));
            }
            int rows = (int) run.trace().since(0, "filter.applied").getLast().number("rows");
            if (rows == 0 || rows == bed.pods()) throw new BrokenMeasurement("the filter kept " + rows + " rows");
            figures.add("first letter", "ms", times.getFirst());
            figures.spread("key to table", "ms", times);
            run.mark();
            run.keys().press("Escape", "Escape");
            figures.add(
                    "taken away",
                    "ms",
                    run.await("filter.applied", e -> e.number("rows") == bed.pods())
                            .number("ms"));
        }
    }
}
