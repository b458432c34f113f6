package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.HttpFaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What does not depend on the machine: requests, bytes, rows, batches, memory allocated for each change.
///
/// The program reaches the server through a proxy that counts, so its times are worth nothing here.
final class CountsScenario implements Scenario {
    private static final int PER_SECOND = 100;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public String about() {
        return "requests, bytes and batches of a start, and what " + PER_SECOND + " changes a second add to them";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (HttpFaultProxy proxy = new HttpFaultProxy(bed.server());
                ProgramRun run = bed.live(Bed.ALL_PODS, proxy.url(), Map.of())) {
            TraceEvent live = run.trace().since(0, "rows.live").getFirst();
            figures.add("rows", "rows", live.number("rows"));
            figures.add("bytes", "bytes", live.number("bytes"));
            figures.add("bytes on the wire", "bytes", (double) proxy.bytes());
            figures.add("requests", "requests", proxy.requests().size());
            figures.add("lists of pods", "requests", pods(proxy, false));
            figures.add("watches of pods", "requests", pods(proxy, true));
            figures.add("batches until live", "batches", (double) run.trace().since(0, "rows.batch").stream()
                    .filter(batch -> batch.t() <= live.t())
                    .count());
            underChurn(bed, run, figures);
            figures.add("lists of pods, churn included", "requests", pods(proxy, false));
            figures.add("watches of pods, churn included", "requests", pods(proxy, true));
        }
    }

    private static void underChurn(Bed bed, ProgramRun run, Figures figures) {
        int place = run.mark();
        double allocated = run.allocatedBytes();
        Churn churn = bed.churn(PER_SECOND);
        try (churn) {
            Pauses.pass(bed.time());
        }
        int changes = churn.changes();
        Pauses.until(LONGEST, () -> run.changedSince(place) >= changes);
        List<TraceEvent> batches = run.trace().since(place, "rows.batch");
        double shown = run.changedSince(place);
        figures.add("changes made", "changes", changes);
        figures.add("changes shown", "changes", shown);
        figures.add(
                "batches under churn",
                "a second",
                batches.size() / (double) bed.time().toSeconds());
        figures.add("allocated per change", "bytes", (run.allocatedBytes() - allocated) / Math.max(1, changes));
    }

    private static int pods(HttpFaultProxy proxy, boolean watch) {
        return (int) proxy.requests().stream()
                .map(HttpFaultProxy.Request::path)
                .filter(path -> path.startsWith("/api/v1/pods"))
                .filter(path -> path.contains("watch=") == watch)
                .count();
    }
}
