package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Sorts a table by its columns, by keys alone.
final class Columns {
    private static final int MOST = 40;

    private Columns() {}

    /// Sorts by the next column to the right.
    ///
    /// @return what the trace said, or nothing where no rows changed places because it was sorted so already
    static Optional<TraceEvent> next(ProgramRun run) {
        int place = run.mark();
        run.keys().press("shift+Right", "shift+o");
        run.comes("sort.applied", event -> event.is("sort.applied"), Duration.ofSeconds(5));
        return run.trace().since(place, "sort.applied").stream().findFirst();
    }

    /// Sorts by each column once; milliseconds by column.
    static Map<String, Double> each(ProgramRun run) {
        Map<String, Double> times = new LinkedHashMap<>();
        for (int n = 0; n < MOST; n++) {
            Optional<TraceEvent> sorted = next(run);
            if (sorted.isEmpty() || times.containsKey(sorted.get().text("column"))) break;
            times.put(sorted.get().text("column"), sorted.get().number("ms"));
        }
        return times;
    }

    /// Sorts by this column.
    static void sortBy(ProgramRun run, String column) {
        for (int n = 0; n < MOST; n++) {
            if (next(run).filter(event -> event.text("column").equals(column)).isPresent()) return;
        }
        throw new BrokenMeasurement("the table was never sorted by " + column);
    }
}
