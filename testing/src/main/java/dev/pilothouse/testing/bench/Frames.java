package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.List;

/// What the trace says of frames painted since the mark.
final class Frames {
    private Frames() {}

    /// Waits for the last report, which comes at most a second after the last frame, and adds the worst of them.
    static void add(ProgramRun run, int place, Figures figures) {
        Pauses.pass(Duration.ofSeconds(2));
        List<TraceEvent> reports = run.trace().since(place, "frames");
        // A report of a few frames is that of a single key, whose first interval has little to do with the motion.
        List<TraceEvent> moving =
                reports.stream().filter(event -> event.number("n") >= 20).toList();
        if (moving.isEmpty()) throw new BrokenMeasurement("the trace told of no motion");
        figures.add("frames p50", "ms", worst(moving, "p50"));
        figures.add("frames p95", "ms", worst(moving, "p95"));
        figures.add("frames p99", "ms", worst(moving, "p99"));
        figures.add("frames max", "ms", worst(moving, "max"));
        figures.add("rows passed", "rows", run.trace().since(place, "selection").size());
    }

    private static double worst(List<TraceEvent> reports, String field) {
        return reports.stream().mapToDouble(event -> event.number(field)).max().orElseThrow();
    }
}
