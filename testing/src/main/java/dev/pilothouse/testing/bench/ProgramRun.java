package dev.pilothouse.testing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The program from its start to its end, with its trace, its keyboard and what the system says of it.
final class ProgramRun implements AutoCloseable {
    /// The environment variable that gives options to any JVM.
    static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Pattern ALLOCATED = Pattern.compile("allocated=(\\d+)([BKMG])");
    private static final Pattern TOTAL = Pattern.compile("Total: reserved=\\d+KB, committed=(\\d+)KB");
    private static final Pattern HEAP = Pattern.compile("Java Heap \\(reserved=\\d+KB, committed=(\\d+)KB");

    private final Process process;
    private final Path output;
    private final Keyboard keyboard;
    private final TraceFile trace;
    private int place;

    private ProgramRun(Process process, Path home, Keyboard keyboard) {
        this.process = process;
        this.output = home.resolve("output.txt");
        this.keyboard = keyboard;
        this.trace = new TraceFile(home.resolve("trace.jsonl"));
    }

    /// Starts it with settings of its own, so that nothing of an earlier run is remembered.
    ///
    /// @param command the program, and options of the JVM that runs it
    static ProgramRun start(
            List<String> command, Path home, Path kubeconfig, String display, Map<String, String> more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                "--kubeconfig",
                kubeconfig.toString(),
                "--trace",
                home.resolve("trace.jsonl").toString()));
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(Map.of("DISPLAY", display, "LANG", "C.UTF-8", "PILOTHOUSE_CONFIG_DIR", home.toString()));
        environment.putAll(more);
        try {
            return new ProgramRun(builder.start(), home, new Keyboard(display));
        } catch (IOException e) {
            throw new BrokenMeasurement("the program cannot be started: " + e.getMessage(), e);
        }
    }

    Keyboard keys() {
        return keyboard;
    }

    TraceFile trace() {
        return trace;
    }

    /// From here on [#await] looks for what comes.
    int mark() {
        trace.readOn();
        place = trace.size();
        return place;
    }

    /// The next event of this name after the mark.
    TraceEvent await(String name) {
        return await(name, event -> true);
    }

    /// The next event of this name after the mark that fits.
    TraceEvent await(String name, Predicate<TraceEvent> fits) {
        try {
            return trace.await(place, name, fits, LONGEST, process::isAlive);
        } catch (BrokenMeasurement e) {
            throw new BrokenMeasurement(e.getMessage() + "; it said: " + output().strip(), e);
        }
    }

    /// Whether there is such an event within so long.
    boolean comes(String name, Predicate<TraceEvent> fits, Duration longest) {
        return Pauses.until(
                longest,
                () -> !process.isAlive() || trace.since(place, name).stream().anyMatch(fits));
    }

    /// How many changes of rows have come on screen since `mark`.
    double changedSince(int mark) {
        return trace.since(mark, "rows.batch").stream()
                .mapToDouble(batch -> batch.number("changed"))
                .sum();
    }

    /// Lets so many seconds pass; what the process used in them.
    Usage watch(Duration time) {
        ProcessFacts before = facts();
        Pauses.pass(time);
        ProcessFacts after = facts();
        return new Usage(after.cpuSince(before), after.fxSince(before));
    }

    /// Percent of a core.
    ///
    /// @param cpu all threads
    /// @param fx the UI thread alone
    record Usage(double cpu, double fx) {}

    /// What the system says of it now.
    ProcessFacts facts() {
        return ProcessFacts.of(pid());
    }

    /// The number of the process that is the program: the image's launcher may start itself once more.
    long pid() {
        ProcessHandle at = process.toHandle();
        for (var child = first(at); child != null; child = first(at)) at = child;
        return at.pid();
    }

    private static @Nullable ProcessHandle first(ProcessHandle parent) {
        return parent.children().findFirst().orElse(null);
    }

    /// Collects garbage; what is left on the heap, in megabytes, as the program's own trace tells it.
    double collect() {
        for (int tries = 0; tries < 5; tries++) {
            int before = mark();
            jcmd("GC.run");
            // It tells one collection a second at most, so it may keep silent about this one.
            if (comes("heap", event -> true, Duration.ofSeconds(2)))
                return trace.since(before, "heap").getLast().number("usedMb");
        }
        throw new BrokenMeasurement("the trace told of no collection");
    }

    /// How many bytes its living threads have allocated so far.
    double allocatedBytes() {
        Matcher each = ALLOCATED.matcher(jcmd("Thread.print", "-e"));
        double sum = 0;
        while (each.find()) sum += Double.parseDouble(each.group(1)) * Math.pow(1024, "BKMG".indexOf(each.group(2)));
        return sum;
    }

    /// Memory that its JVM holds of the system. Only where it was started with [#TRACKED].
    Memory memory() {
        String summary = jcmd("VM.native_memory", "summary");
        double heap = committedMb(HEAP, summary);
        return new Memory(heap, committedMb(TOTAL, summary) - heap);
    }

    private static double committedMb(Pattern line, String summary) {
        Matcher found = line.matcher(summary);
        if (!found.find()) throw new BrokenMeasurement("native memory is not tracked");
        return Double.parseDouble(found.group(1)) / 1024;
    }

    /// In megabytes.
    ///
    /// @param heapMb the heap, used or not: the collector takes and gives back as it likes
    /// @param besideMb all else: classes, compiled code, threads, buffers
    record Memory(double heapMb, double besideMb) {}

    /// Environment in which [#memory] works; it costs some percent.
    static final Map<String, String> TRACKED = Map.of(JVM_OPTIONS, "-XX:NativeMemoryTracking=summary");

    private String jcmd(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid()));
        command.addAll(List.of(words));
        return Command.run(Map.of(), command);
    }

    /// What it wrote to the console.
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        trace.close();
    }
}
