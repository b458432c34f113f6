package dev.pilothouse.testing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Reads recordings of the bench: of each thread's samples, in what part of the program or of its libraries they were,
/// up to the whole list and after it.
public final class Shares {
    /// What a sample is taken for: the first of these that fits a frame, from the innermost frame outwards.
    private static final Map<String, Pattern> PARTS = parts(
            "waiting",
                    "jdk\\.internal\\.misc\\.Unsafe\\.park|EPoll\\.wait|_runLoop|_enterNestedEventLoop|\\.read0|accept0?$",
            "CSS", "javafx\\.css|javafx\\.scene\\.Css|\\.(re)?applyCss|doProcessCSS|transitionToState",
            "text", "com\\.sun\\.javafx\\.(text|font)|javafx\\.scene\\.text",
            "unzipping", "java\\.util\\.zip",
            "TLS", "sun\\.security|javax\\.crypto|com\\.sun\\.crypto",
            "HTTP", "jdk\\.internal\\.net\\.http|java\\.net\\.http|sun\\.nio\\.ch",
            "decoding", "dev\\.pilothouse\\.(kube\\.wire|resource\\.(stream|projector))|RowBuilder",
            "rows", "dev\\.pilothouse\\.resource",
            "filtering", "dev\\.pilothouse\\.live\\.filter",
            "sorting",
                    "RowOrder|OrderedArray|TimSort|java\\.util\\.Arrays\\.(parallelS|s)ort|dev\\.pilothouse\\.live\\.Ranks",
            "store", "dev\\.pilothouse\\.(live|usage)",
            "JSON", "fasterxml",
            "cells", "dev\\.pilothouse\\.ui\\.table",
            "layout", "layoutChildren|javafx\\.scene\\.Parent\\.layout|VirtualFlow|TableViewSkin|TableRowSkin",
            "drawing", "com\\.sun\\.(prism|javafx\\.sg|javafx\\.tk|glass|scenario|pisces|marlin)",
            "classes", "ClassLoader|java\\.lang\\.invoke|jdk\\.internal\\.(classfile|loader|jimage)",
            "window", "dev\\.pilothouse\\.ui");

    private static final Duration AT_REST = Duration.ofMillis(2_500); // after the list, when the scenario begins

    private Shares() {}

    /// Prints the shares of each recording.
    ///
    /// @param arguments folders of runs, each with a recording and a trace
    public static void main(String[] arguments) throws IOException {
        for (String folder : arguments) {
            for (Path recording : recordings(Path.of(folder))) {
                System.out.println(recording);
                read(recording).forEach(Shares::print);
            }
        }
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .sorted()
                    .toList();
        }
    }

    /// By thread and part how many samples, `start: ` before the names of threads up to the whole list.
    private static Map<String, Map<String, Integer>> read(Path recording) throws IOException {
        Map<String, Map<String, Integer>> shares = new TreeMap<>();
        List<RecordedEvent> samples = new ArrayList<>();
        Instant began = Instant.MAX;
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            String type = event.getEventType().getName();
            if (type.equals("jdk.JVMInformation")) began = event.getInstant("jvmStartTime");
            if (type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample")) samples.add(event);
        }
        TraceFile trace = new TraceFile(recording.resolveSibling("trace.jsonl"));
        trace.readOn();
        double live = trace.since(0, "rows.live").getFirst().t();
        for (RecordedEvent sample : samples) {
            if (sample.getStackTrace() == null || sample.getThread("sampledThread") == null) continue;
            double at = Duration.between(began, sample.getStartTime()).toNanos() / 1e6;
            if (at > live && at < live + AT_REST.toMillis()) continue;
            String part = part(sample.getStackTrace().getFrames().stream()
                    .map(Shares::name)
                    .toList());
            if (part.equals("waiting")) continue;
            shares.computeIfAbsent((at <= live ? "start: " : "") + thread(sample), name -> new LinkedHashMap<>())
                    .merge(part, 1, Integer::sum);
        }
        return shares;
    }

    /// Virtual threads have no names, and all of them read.
    private static String thread(RecordedEvent sample) {
        String name = sample.getThread("sampledThread").getJavaName();
        return name == null || name.isEmpty() || name.startsWith("blocking-")
                ? "reading"
                : name.replaceAll("-?\\d+$", "");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /// What a sample is taken for.
    ///
    /// @param frames `class.method`, the innermost first
    static String part(List<String> frames) {
        for (String frame : frames)
            for (var part : PARTS.entrySet()) if (part.getValue().matcher(frame).find()) return part.getKey();
        return "other";
    }

    private static void print(String thread, Map<String, Integer> parts) {
        int all = parts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "  %-36s %5d samples: %s%n",
                thread,
                all,
                parts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(part -> "%s %d %%".formatted(part.getKey(), Math.round(100.0 * part.getValue() / all)))
                        .collect(Collectors.joining(", ")));
    }

    private static Map<String, Pattern> parts(String... namesAndPatterns) {
        Map<String, Pattern> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPatterns.length; i += 2)
            parts.put(namesAndPatterns[i], Pattern.compile(namesAndPatterns[i + 1]));
        return parts;
    }
}
