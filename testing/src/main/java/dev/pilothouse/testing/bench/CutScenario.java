package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A network that loses its connections every few seconds.
final class CutScenario implements Scenario {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int PER_SECOND = 20;

    @Override
    public String name() {
        return "cut";
    }

    @Override
    public String about() {
        return "every connection reset every 5 s, at " + PER_SECOND + " changes a second: how long until live again";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (FaultProxy proxy = new FaultProxy(bed.server().url());
                ProgramRun run = bed.live(Bed.ALL_PODS, proxy.url(), Map.of());
                Churn churn = bed.churn(PER_SECOND)) {
            int place = run.mark();
            int connections = proxy.connections();
            ProcessFacts before = run.facts();
            int cuts = 0;
            for (long left = Math.max(2, bed.time().dividedBy(EVERY)); left > 0; left--) {
                proxy.cut();
                cuts++;
                Pauses.pass(EVERY);
            }
            figures.add("cpu", "%", run.facts().cpuSince(before));
            figures.add("connections per cut", "connections", (proxy.connections() - connections) / (double) cuts);
            figures.add("changes", "changes", churn.changes());
            List<TraceEvent> states = run.trace().since(place, "state");
            int stale = (int) states.stream().filter(CutScenario::isStale).count();
            if (stale == 0) throw new BrokenMeasurement("it never said that it was cut off");
            run.mark();
            run.await("rows.batch", batch -> batch.number("changed") > 0); // a watch may be dead and say nothing
            figures.add("times stale", "times", stale);
            figures.add("longest stale", "ms", longestStale(states));
        }
    }

    private static boolean isStale(TraceEvent state) {
        return state.text("state").equals("STALE");
    }

    private static double longestStale(List<TraceEvent> states) {
        double longest = 0;
        double since = -1;
        for (TraceEvent state : states) {
            if (isStale(state) && since < 0) since = state.t();
            if (state.text("state").equals("LIVE") && since >= 0) {
                longest = Math.max(longest, state.t() - since);
                since = -1;
            }
        }
        if (since >= 0) throw new BrokenMeasurement("it was still stale at the end");
        return longest;
    }
}
