package dev.pilothouse.testing.bench;

import java.time.Duration;

/// A cold start to the window, the first rows and the whole list, and what it costs to stand still then.
final class StartScenario implements Scenario {
    /// Until then compilers are busy with what has just run.
    private static final Duration SETTLED = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "cold start: window, first frame, first rows, whole list; memory and an idle minute after that";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.start(Bed.ALL_PODS)) {
            double window = run.await("window.shown").t();
            figures.add("window shown", "ms", window);
            figures.add("first frame", "ms", run.await("frame.first").t());
            TraceEvent live = run.await("rows.live", event -> event.text("kind").equals("pods"));
            TraceEvent first = run.trace().since(0, "rows.first").getFirst();
            figures.add("first rows", "ms", first.t());
            figures.add("first rows after window", "ms", first.t() - window);
            TraceEvent opened = run.trace().since(0, "view.opened").getFirst();
            figures.add("first rows after view opened", "ms", first.t() - opened.t());
            figures.add("whole list", "ms", live.t());
            // The list is asked for as soon as there is a connection, and so before there is a view.
            TraceEvent connected = run.trace().since(0, "context.connected").getFirst();
            figures.add("whole list after connecting", "ms", live.t() - connected.t());
            figures.add("whole list after view opened", "ms", live.t() - opened.t());
            check(bed, live);
            figures.add("cpu to whole list", "s", run.facts().cpuSeconds());
            settle(run, bed, figures);
        }
    }

    private static void check(Bed bed, TraceEvent live) {
        int rows = (int) live.number("rows");
        if (rows != bed.pods()) throw new BrokenMeasurement(rows + " rows of " + bed.pods() + " pods");
    }

    private static void settle(ProgramRun run, Bed bed, Figures figures) {
        Pauses.pass(SETTLED);
        ProgramRun.Usage idle = run.watch(bed.time());
        figures.add("idle cpu", "%", idle.cpu());
        figures.add("idle cpu of the UI thread", "%", idle.fx());
        figures.add("rss", "MB", run.facts().rssMb());
        figures.add("heap after collection", "MB", run.collect());
        ProcessFacts facts = run.facts();
        figures.add("rss after collection", "MB", facts.rssMb());
        figures.add("threads", "threads", facts.threads());
    }
}
