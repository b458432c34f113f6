package dev.pilothouse.testing.bench;

import java.time.Duration;

/// Page after page, then to the end and to the top.
final class PageScenario implements Scenario {
    private static final int PAGES = 60;
    private static final int MILLIS = 100;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String about() {
        return PAGES + " pages down, ten a second, to the end, to the top: time between frames";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            run.keys().press("j");
            Pauses.pass(Duration.ofSeconds(2));
            int place = run.mark();
            run.keys().repeat("Next", PAGES, MILLIS);
            run.keys().press("shift+g", "g");
            Frames.add(run, place, figures);
        }
    }
}
