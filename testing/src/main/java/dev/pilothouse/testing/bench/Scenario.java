package dev.pilothouse.testing.bench;

import java.util.List;

/// Something that a user does or that happens to one, measured once a run.
interface Scenario {
    /// All of them, in the order in which they run.
    static List<Scenario> all() {
        return List.of(
                new StartScenario(),
                new SwitchScenario(),
                new FilterScenario(),
                new SortScenario(),
                new HoldScenario(),
                new PageScenario(),
                new ChurnScenario(100),
                new ChurnScenario(1000),
                new CreateDeleteScenario(),
                new RelistScenario(),
                new CutScenario(),
                new WindowsScenario(),
                new HiddenScenario(),
                new CountsScenario(),
                new SoakScenario());
    }

    /// As `--scenario` takes it.
    String name();

    /// What it does, in a line.
    String about();

    /// Whether it runs only when asked for by name, and once whatever the number of runs.
    default boolean isLong() {
        return false;
    }

    /// Does it, and adds what it measured.
    void run(Bed bed, Figures figures);
}
