package dev.pilothouse.testing.bench;

import java.util.List;

/// Pods that come and go, as a large job makes them.
final class CreateDeleteScenario implements Scenario {
    private static final int PER_SECOND = 500;

    @Override
    public String name() {
        return "create-delete";
    }

    @Override
    public String about() {
        return PER_SECOND + " pods come a second and as many go, or as many as the server can tell of";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        ComingPods pods = new ComingPods(bed.server(), bed.pods());
        try (ProgramRun run = bed.live()) {
            int place = run.mark();
            ProgramRun.Usage used;
            try (Churn churn = new Churn(pods, PER_SECOND, false)) {
                used = run.watch(bed.time());
                figures.add("made and deleted", "a second", churn.rate());
                run.mark();
            }
            // There are some at any time, so only what comes now says that all of them are gone.
            run.await("rows.batch", event -> event.number("rows") == bed.pods());
            figures.add("cpu", "%", used.cpu());
            figures.add("cpu of the UI thread", "%", used.fx());
            List<TraceEvent> batches = run.trace().since(place, "rows.batch");
            double shown =
                    values(batches, "changed").stream().mapToDouble(n -> n).sum();
            figures.add("shown", "a second", shown / bed.time().toSeconds());
            figures.spread("UI thread per batch", "ms", values(batches, "fxMs"));
            figures.spread("arrival to hand-over", "ms", values(batches, "lagMs"));
        }
    }

    private static List<Double> values(List<TraceEvent> batches, String field) {
        return batches.stream().map(batch -> batch.number(field)).toList();
    }
}
