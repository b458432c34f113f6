package dev.pilothouse.kube.login;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a program to its end: no shell, stdin closed, output and errors apart and bounded, within a time limit.
final class PluginProcess {
    private static final int MAX_OUTPUT = 1024 * 1024;
    private static final int MAX_ERRORS = 64 * 1024;
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Executor executor;

    /// @param executor runs the two readers of a program's output
    PluginProcess(Executor executor) {
        this.executor = executor;
    }

    /// How it ended.
    ///
    /// @param exitStatus its exit status, or -1 where it had to be stopped
    /// @param output what it wrote to its standard output
    /// @param errors what it wrote to its error output
    /// @param took how long it ran
    record Ended(int exitStatus, String output, String errors, Duration took) {
        /// Says how it ended, not what it wrote: that is the credential.
        @Override
        public String toString() {
            return "Ended[" + exitStatus + "]";
        }
    }

    /// Runs a program.
    ///
    /// @param command program and arguments
    /// @param environment the whole environment
    /// @throws IOException where it cannot be started
    Ended run(List<String> command, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Sink output = new Sink(process.getInputStream(), MAX_OUTPUT, executor);
            Sink errors = new Sink(process.getErrorStream(), MAX_ERRORS, executor);
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (!ended) kill(process);
            return new Ended(ended ? process.exitValue() : -1, output.text(), errors.text(), took);
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) {
        if (!process.isAlive()) return;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Reads a stream to its end, so that the program never waits for us, and keeps the beginning.
    private static final class Sink {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<Void> done;

        Sink(InputStream in, int limit, Executor executor) {
            done = CompletableFuture.runAsync(() -> drain(in, limit), executor);
        }

        private void drain(InputStream in, int limit) {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    synchronized (kept) {
                        kept.write(buffer, 0, Math.min(count, limit - kept.size()));
                    }
                }
            } catch (IOException e) {
                return; // the program was stopped: what came until then is kept
            }
        }

        /// What came; waits a moment for the rest, but not for a grandchild that holds the stream open.
        String text() throws InterruptedException {
            try {
                done.get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                done.cancel(true);
            }
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
