package dev.pilothouse.testing.bench;

import java.time.Duration;
import java.util.ArrayList;
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
            List<Map<String, Double>> curve = new ArrayList<>();
            long start = System.nanoTime();
            for (int n = 2; System.nanoTime() - start < bed.soak().toNanos(); n++) {
                round(run, n);
                Map<String, Double> point = point(run, start);
                curve.add(point);
                figures.point(point);
                bed.progress().say("soak: " + point);
            }
            tell(curve, figures);
            figures.add("changes", "changes", churn.changes());
        }
    }

    /// What each curve begins and ends with: the medians of its second fifth, for the first warms up, and of its last.
    private static void tell(List<Map<String, Double>> curve, Figures figures) {
        int fifth = Math.max(1, curve.size() / 5);
        if (curve.size() < 3) throw new BrokenMeasurement("too short for a curve: " + curve.size() + " rounds");
        for (String name : curve.getFirst().keySet()) {
            String[] words = name.split(", ", -1);
            if (words.length < 2) continue;
            double begin = median(curve.subList(fifth, 2 * fifth), name);
            double end = median(curve.subList(curve.size() - fifth, curve.size()), name);
            figures.add(words[0] + " at first", words[1], curve.getFirst().getOrDefault(name, 0.0));
            figures.add(words[0] + " at the beginning", words[1], begin);
            figures.add(words[0] + " at the end", words[1], end);
            figures.add(words[0] + " grown by", words[1], end - begin);
        }
    }

    private static double median(List<Map<String, Double>> points, String name) {
        return Statistics.percentile(
                points.stream().map(point -> point.getOrDefault(name, 0.0)).toList(), 50);
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
        run.mark();
        run.keys().press("Return");
        run.await("dialog.closed", event -> !event.text("result").equals("escape")); // the palette found the command
        Pauses.pass(Duration.ofSeconds(5));
    }

    private static Map<String, Double> point(ProgramRun run, long start) {
        Map<String, Double> point = new LinkedHashMap<>();
        point.put("minutes", Math.round((System.nanoTime() - start) / 6e8) / 100.0);
        point.put("heap, MB", run.collect());
        ProcessFacts facts = run.facts();
        point.put("rss, MB", facts.rssMb());
        ProgramRun.Memory memory = run.memory();
        point.put("heap held of the system, MB", memory.heapMb());
        point.put("memory beside the heap, MB", memory.besideMb());
        point.put("threads, threads", (double) facts.threads());
        point.put("sockets, sockets", (double) facts.sockets());
        point.put("files, handles", (double) facts.files());
        return point;
    }
}
