package dev.pilothouse.testing.bench;

import java.time.Duration;

/// `j` held down, as one runs through a list.
final class HoldScenario implements Scenario {
    private static final Duration HELD = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "hold-j";
    }

    @Override
    public String about() {
        return "`j` held for 5 s: time between frames";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live()) {
            run.keys().press("j", "j", "k");
            Pauses.pass(Duration.ofSeconds(2));
            int place = run.mark();
            run.keys().down("j");
            ProgramRun.Usage used;
            try {
                used = run.watch(HELD);
            } finally {
                run.keys().up("j");
            }
            figures.add("cpu", "%", used.cpu());
            Frames.add(run, place, figures);
        }
    }
}
