package dev.pilothouse.testing.bench;

/// To another namespace and another kind, and back to what is still in memory.
final class SwitchScenario implements Scenario {
    @Override
    public String name() {
        return "switch";
    }

    @Override
    public String about() {
        return "all pods → one namespace → back, → nodes → back: from the view's opening to its rows on screen";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            figures.add("namespace", "ms", to(run, ":pods team-07", "rows.live"));
            figures.add("namespace, back", "ms", back(run));
            figures.add("kind", "ms", to(run, ":nodes", "rows.live"));
            figures.add("kind, back", "ms", back(run));
            figures.add("kind again, cached", "ms", to(run, ":nodes", "rows.first"));
        }
    }

    private static double to(ProgramRun run, String place, String rows) {
        run.mark();
        run.keys().press("colon");
        run.keys().type(place.substring(1));
        run.keys().press("Return");
        return untilRows(run, rows);
    }

    private static double back(ProgramRun run) {
        run.mark();
        run.keys().press("minus");
        return untilRows(run, "rows.first");
    }

    private static double untilRows(ProgramRun run, String event) {
        TraceEvent opened = run.await("view.opened");
        return run.await(event, rows -> rows.t() >= opened.t()).t() - opened.t();
    }
}
