package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What figures are worth nothing without: when, where, of what.
final class Circumstances {
    private Circumstances() {}

    /// What a report begins with, in order.
    static Map<String, Object> of(Options options) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", machine());
        all.put("java of the bench", Runtime.version().toString());
        all.put("kubernetes", ApiServer.programsVersion());
        all.put("commit", commit());
        all.put("pods", options.pods());
        all.put("runs", options.runs());
        all.put("from", options.from());
        return all;
    }

    private static String machine() {
        return "%d × %s, %.0f GB, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name"),
                        Double.parseDouble(
                                        "0" + value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                / (1 << 20),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    /// The commit that is checked out, marked where files differ from it; an image may have been made of another.
    private static String commit() {
        try {
            String commit = git("rev-parse", "--short", "HEAD");
            return git("status", "--porcelain").isEmpty() ? commit : commit + ", changed";
        } catch (BrokenMeasurement notACheckout) {
            return "unknown";
        }
    }

    private static String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", System.getProperty("pilothouse.checkout", ".")));
        command.addAll(List.of(arguments));
        return Command.run(Map.of(), command).strip();
    }

    /// The value of the first line of that name, empty where there is none.
    private static String value(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException unknown) {
            return ""; // the rest is told all the same
        }
    }
}
