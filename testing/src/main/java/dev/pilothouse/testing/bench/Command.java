package dev.pilothouse.testing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs a public tool to its end.
final class Command {
    private Command() {}

    /// What it printed on standard output.
    ///
    /// @throws BrokenMeasurement where it cannot be started or fails; what it says on standard error is passed on
    static String run(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) throw new BrokenMeasurement(command.getFirst() + " ended with " + code + ": " + out);
            return out;
        } catch (IOException e) {
            throw new BrokenMeasurement(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenMeasurement("interrupted in " + command.getFirst(), e);
        }
    }
}
