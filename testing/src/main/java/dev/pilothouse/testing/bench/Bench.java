package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.VirtualScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The main class of `testing/bench/run`. Ends with 0 when everything was measured, however slow it was; with 1 when a
/// measurement is broken; with 2 when the command line was not understood.
public final class Bench {
    private final Options options;
    private final Progress progress;
    private final List<BrokenMeasurement> broken = new ArrayList<>();

    private Bench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// See [Options#USAGE].
    public static void main(String[] arguments) {
        System.exit(status(arguments));
    }

    private static int status(String[] arguments) {
        try {
            Options options = Options.parse(List.of(arguments));
            if (options.help()) {
                System.out.print(Options.USAGE);
            } else if (options.list()) {
                for (Scenario s : Scenario.all()) System.out.printf("%-14s %s%n", s.name(), s.about());
            } else {
                new Bench(options, new Progress(System.err)).print();
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(Options.USAGE);
            return 2;
        } catch (BrokenMeasurement | IOException e) {
            System.err.println("bench: broken measurement: " + e.getMessage());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
                System.err.println("  because: " + cause);
            return 1;
        }
    }

    private void print() throws IOException {
        Map<String, Object> circumstances = Circumstances.of(options); // of the beginning: files may change meanwhile
        Figures figures = measure(true);
        List<Marks.Verdict> verdicts = options.compare() ? new Marks().compare(figures, options.from()) : List.of();
        Report report = new Report(circumstances, figures);
        System.out.println(report.table());
        if (options.compare()) System.out.println(Report.marks(verdicts));
        if (options.json() == null) System.out.println(report.json(verdicts));
        else Files.writeString(options.json(), report.json(verdicts));
        throwWhatBroke();
    }

    /// What was measured is not lost with what was not.
    private void throwWhatBroke() {
        if (broken.isEmpty()) return;
        BrokenMeasurement first = broken.removeFirst();
        broken.forEach(first::addSuppressed);
        throw first;
    }

    /// Measures what these arguments ask for, for a test of the bench itself.
    public static Map<String, Double> medians(String... arguments) throws IOException {
        Bench bench = new Bench(Options.parse(List.of(arguments)), new Progress(System.err));
        Figures figures = bench.measure(false);
        bench.throwWhatBroke();
        Map<String, Double> medians = new LinkedHashMap<>();
        figures.samples()
                .forEach((name, samples) -> medians.put(
                        name.scenario() + ": " + name.measure(),
                        Statistics.of(Figures.values(samples)).median()));
        return medians;
    }

    /// @param strict whether a machine too slow for a scenario breaks it: its times would be told of something else
    private Figures measure(boolean strict) throws IOException {
        List<Scenario> scenarios = chosen();
        List<String> program = program();
        Path work = Files.createTempDirectory("pilothouse-bench-");
        progress.say("traces and output of the program: " + work);
        Filler filler = new Filler(Filler.userCache(), progress);
        try (ApiServer server = filler.filled(options.pods())) {
            Bed bed = new Bed(
                    server,
                    options.pods(),
                    program,
                    VirtualScreen.start().display(),
                    work,
                    options.profile(),
                    Duration.ofSeconds(options.seconds()),
                    Duration.ofMinutes(options.minutes()),
                    strict,
                    progress);
            Figures figures = new Figures();
            Yardstick.take(server); // the first list after a start fills the server's own caches
            for (int run = 0; run < options.runs(); run++) run(bed, scenarios, run, figures);
            return figures;
        }
    }

    private void run(Bed bed, List<Scenario> scenarios, int run, Figures figures) {
        try {
            figures.run(Yardstick.take(bed.server()));
        } catch (RuntimeException e) {
            broken(e);
            return; // a time without its yardstick is not comparable
        }
        for (Scenario scenario : scenarios) {
            if (scenario.isLong() && run > 0) continue;
            progress.say("run " + (run + 1) + " of " + options.runs() + ": " + scenario.name());
            figures.scenario(scenario.name());
            try {
                scenario.run(bed, figures);
            } catch (RuntimeException e) {
                broken(e);
            }
        }
    }

    private void broken(RuntimeException e) {
        progress.say("broken: " + e.getMessage());
        broken.add(e instanceof BrokenMeasurement known ? known : new BrokenMeasurement(e.toString(), e));
    }

    private List<Scenario> chosen() {
        List<Scenario> all = Scenario.all();
        if (options.scenarios().isEmpty())
            return all.stream().filter(s -> !s.isLong()).toList();
        List<Scenario> chosen = new ArrayList<>();
        for (String name : options.scenarios()) {
            chosen.add(all.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " is no scenario; --list shows them")));
        }
        return chosen;
    }

    /// The command that starts the program: from its image as its launcher does, or as `./mvnw -q` does.
    private List<String> program() {
        if (options.from().equals("image")) {
            Path launcher = Path.of(System.getProperty("pilothouse.image"), "bin", "pilothouse");
            if (!Files.isExecutable(launcher))
                throw new BrokenMeasurement("no " + launcher + ": ./mvnw -q package -DskipTests builds it");
            return List.of(launcher.toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("pilothouse.classpath", ""),
                "dev.pilothouse.ui.bootstrap.Launcher");
    }
}
