package dev.pilothouse.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Runs the scripts of `testing/cluster`.
final class ClusterScripts {
    private final Path folder;

    private ClusterScripts(Path folder) {
        this.folder = folder;
    }

    /// The scripts of this checkout: found from the working folder upwards, so that Maven and an editor both find
    /// them.
    static ClusterScripts find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("testing/cluster");
            if (Files.isExecutable(folder.resolve("start"))) return new ClusterScripts(folder);
        }
        throw new IllegalStateException(
                "testing/cluster was not found above " + Path.of("").toAbsolutePath());
    }

    /// Runs a script. What it says on standard error is passed on as it comes: building the programs takes minutes.
    Output run(String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("bash", folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return run(command, Map.of(), true);
    }

    /// Runs any program to its end.
    ///
    /// @param environment added to this process's own
    /// @param echo whether standard error is passed on as it comes
    static Output run(List<String> command, Map<String, String> environment, boolean echo) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(NOTHING.toFile()));
        try {
            Process process = builder.start();
            CompletableFuture<String> err = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> err.complete(drain(process.errorReader(StandardCharsets.UTF_8), echo)));
            String out = drain(process.inputReader(StandardCharsets.UTF_8), false);
            return new Output(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.getFirst(), e);
        }
    }

    private static final Path NOTHING = Path.of("/dev/null");

    private static String drain(BufferedReader reader, boolean echo) {
        StringBuilder all = new StringBuilder();
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (echo) System.err.println(line);
                all.append(line).append('\n');
            }
        } catch (IOException e) {
            all.append(e).append('\n');
        }
        return all.toString();
    }
}
