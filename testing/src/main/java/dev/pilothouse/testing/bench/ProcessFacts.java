package dev.pilothouse.testing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What Linux says of a process at one moment (`man 5 proc`).
///
/// @param nanos when, by `System.nanoTime`
/// @param cpuSeconds user and system time so far, of all threads
/// @param fxSeconds that of the UI thread
/// @param rssMb resident memory
/// @param threads platform threads
/// @param files open file handles, sockets among them
/// @param sockets open sockets
record ProcessFacts(
        long nanos, double cpuSeconds, double fxSeconds, double rssMb, int threads, int files, int sockets) {
    /// Clock ticks a second; the same on every Linux that the program is built for.
    private static final double TICKS = 100;

    static ProcessFacts of(long pid) {
        Path proc = Path.of("/proc", String.valueOf(pid));
        try {
            List<String> open = open(proc.resolve("fd"));
            int sockets = (int)
                    open.stream().filter(target -> target.startsWith("socket:")).count();
            String status = Files.readString(proc.resolve("status"));
            return new ProcessFacts(
                    System.nanoTime(),
                    cpu(Files.readString(proc.resolve("stat"))),
                    fx(proc.resolve("task")),
                    field(status, "VmRSS") / 1024.0,
                    (int) field(status, "Threads"),
                    open.size(),
                    sockets);
        } catch (IOException e) {
            throw new BrokenMeasurement("process " + pid + " cannot be looked at: " + e, e);
        }
    }

    /// How much of one core it used between `before` and this, in percent.
    double cpuSince(ProcessFacts before) {
        return 100 * (cpuSeconds - before.cpuSeconds) / ((nanos - before.nanos) / 1e9);
    }

    /// Likewise the UI thread.
    double fxSince(ProcessFacts before) {
        return 100 * (fxSeconds - before.fxSeconds) / ((nanos - before.nanos) / 1e9);
    }

    private static List<String> open(Path folder) throws IOException {
        List<String> targets = new ArrayList<>();
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.toList()) {
                try {
                    targets.add(Files.readSymbolicLink(link).toString());
                } catch (NoSuchFileException closedMeanwhile) {
                    // Not open any more: not counted.
                }
            }
        }
        return targets;
    }

    private static double fx(Path tasks) throws IOException {
        try (Stream<Path> all = Files.list(tasks)) {
            for (Path task : all.toList()) {
                try {
                    // The kernel keeps fifteen letters of "JavaFX Application Thread".
                    if (Files.readString(task.resolve("comm")).startsWith("JavaFX Applicat"))
                        return cpu(Files.readString(task.resolve("stat")));
                } catch (NoSuchFileException endedMeanwhile) {
                    // Not the UI thread, which lives as long as the window.
                }
            }
        }
        return 0;
    }

    /// Fields 14 and 15; the name before them, in parentheses, may hold anything.
    private static double cpu(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS;
    }

    private static long field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new BrokenMeasurement("no " + name + " in /proc"));
    }
}
