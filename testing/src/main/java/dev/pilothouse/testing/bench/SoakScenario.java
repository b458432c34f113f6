package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A long day in little time: pods change, views and themes are switched, filters typed, and at the end everything
/// that the process holds is where it began.
final class SoakScenario implements Scenario {
    private static final int PER_SECOND = 100;
    private static final List<String> PLACES =
            List.of("pods team-07", "nodes", "pods team-11,team-12", "ns", "deployments", "pods all");

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String about() {
        return "8 hours in --minutes: churn, views, filters, themes; heap, threads, sockets, files, native memory";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live(Bed.ALL_PODS, bed.server().url(), ProgramRun.TRACKED);
                Churn churn = bed.churn(PER_SECOND)) {
            round(run, 0); // what is loaded on first use is not a leak
            round(run, 1);
            long start = System.nanoTime();
            Map<String, Double> begin = point(run, start);
            figures.point(begin);
            Map<String, Double> end = begin;
            for (int n = 2; System.nanoTime() - start < bed.soak().toNanos(); n++) {
                round(run, n);
                end = point(run, start);
                figures.point(end);
                bed.progress().say("soak: " + end);
            }
            for (Map.Entry<String, Double> at : end.entrySet()) {
                String[] name = at.getKey().split(", ", -1);
                if (name.length < 2) continue;
                figures.add(name[0] + " at the beginning", name[1], begin.getOrDefault(at.getKey(), 0.0));
                figures.add(name[0] + " at the end", name[1], at.getValue());
            }
            figures.add("changes", "changes", churn.changes());
        }
    }

    /// One round through everything, some twenty seconds.
    private static void round(ProgramRun run, int n) {
        for (String place : PLACES) {
            run.mark();
            run.keys().press("colon");
            run.keys().type(place);
            run.keys().press("Return");
            run.await("state", event -> event.text("state").equals("LIVE"));
            run.keys().press("j", "j", "Next", "shift+a", "shift+n");
        }
        run.mark();
        run.keys().press("slash");
        run.keys().type("web-" + "cdefg".charAt(n % 5));
        run.await("filter.applied");
        run.keys().press("Escape", "Escape", "d");
        Pauses.pass(Duration.ofSeconds(1));
        run.keys().press("Escape", "ctrl+k");
        run.keys().type("light and dark");
        run.keys().press("Return");
        Pauses.pass(Duration.ofSeconds(5));
    }

    private static Map<String, Double> point(ProgramRun run, long start) {
        Map<String, Double> point = new LinkedHashMap<>();
        point.put("minutes", Math.round((System.nanoTime() - start) / 6e8) / 100.0);
        point.put("heap, MB", run.collect());
        ProcessFacts facts = run.facts();
        point.put("rss, MB", facts.rssMb());
        point.put("native memory, MB", run.nativeMb());
        point.put("threads, threads", (double) facts.threads());
        point.put("sockets, sockets", (double) facts.sockets());
        point.put("files, handles", (double) facts.files());
        return point;
    }
}
