package dev.pilothouse.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/// The program started from its image as a desktop would: no Java, no kubeconfig, nothing of the build around it.
final class Program implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path trace;
    private final Path output;
    private int seen;

    private Program(Process process, Path trace, Path output) {
        this.process = process;
        this.trace = trace;
        this.output = output;
    }

    /// Starts it.
    ///
    /// @param display what `DISPLAY` says; empty for a machine without a screen
    /// @param home a folder of its own, for settings and trace
    static Program start(String display, Path home, String... arguments) throws IOException {
        return start(display, home, Map.of(), arguments);
    }

    /// Starts it with these environment variables besides.
    static Program start(String display, Path home, Map<String, String> variables, String... arguments)
            throws IOException {
        Path trace = home.resolve("trace.jsonl");
        Path output = home.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("pilothouse.image"), "bin", "pilothouse")
                .toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--trace", trace.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of("HOME", home.toString(), "PATH", home.toString(), "LANG", "C.UTF-8"));
        if (!display.isEmpty()) environment.put("DISPLAY", display);
        environment.putAll(variables);
        return new Program(builder.start(), trace, output);
    }

    /// Waits for the next event of this name that fits, after those seen so far.
    JsonNode awaitEvent(String name, Predicate<JsonNode> fits) {
        return await(name)
                .atMost(Duration.ofSeconds(60))
                .failFast("the program ended before " + name, () -> !process.isAlive())
                .until(() -> next(name, fits), event -> !event.isMissingNode());
    }

    private JsonNode next(String name, Predicate<JsonNode> fits) throws IOException {
        String written = Files.exists(trace) ? Files.readString(trace) : "";
        List<String> lines = // the last one may be half written
                written.substring(0, written.lastIndexOf('\n') + 1).lines().toList();
        for (int i = seen; i < lines.size(); i++) {
            JsonNode event = JSON.readTree(lines.get(i));
            if (event.path("event").asText().equals(name) && fits.test(event)) {
                seen = i + 1;
                return event;
            }
        }
        return JSON.missingNode();
    }

    /// Waits for its end; the exit code.
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        return process.exitValue();
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
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
