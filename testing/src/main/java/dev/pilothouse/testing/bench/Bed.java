package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What scenarios work with: the filled server, the screen, and how the program is started.
///
/// @param program the command that starts it
/// @param work a folder for what runs leave
/// @param profile whether Flight Recorder runs in the program
/// @param time how long a churn lasts, and an idle minute
/// @param soak how long the soak lasts
/// @param strict whether a machine that is too slow for what is measured breaks the measurement
record Bed(
        ApiServer server,
        int pods,
        List<String> program,
        String display,
        Path work,
        boolean profile,
        Duration time,
        Duration soak,
        boolean strict,
        Progress progress) {

    /// The view of all pods.
    static final String ALL_PODS = ":pods all";

    /// Starts the program with this view.
    ProgramRun start(String view) {
        return start(view, server.url(), Map.of());
    }

    /// Starts the program with this view, which reaches the server at `address`.
    ProgramRun start(String view, URI address, Map<String, String> environment) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--command", view, "--theme", "dark", "--lang", "en"));
        Path kubeconfig = server.kubeconfig(address, server.adminCredential());
        try {
            Path home = Files.createTempDirectory(work, "run-");
            return ProgramRun.start(command, home, kubeconfig, display, profiled(environment, home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> profiled(Map<String, String> environment, Path home) {
        if (!profile) return environment;
        String options = environment.getOrDefault(ProgramRun.JVM_OPTIONS, "");
        String recording = "-XX:StartFlightRecording=settings=profile,filename=" + home.resolve("profile.jfr");
        return Map.of(ProgramRun.JVM_OPTIONS, (options + " " + recording).strip());
    }

    /// Starts the program with all pods and waits until they are live and everything that follows a start has settled.
    ProgramRun live() {
        return live(ALL_PODS, server.url(), Map.of());
    }

    /// Likewise with this view of pods and this address.
    ProgramRun live(String view, URI address, Map<String, String> environment) {
        ProgramRun run = start(view, address, environment);
        try {
            run.await("rows.live", event -> event.text("kind").equals("pods"));
            Pauses.pass(Duration.ofSeconds(3));
            run.mark();
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /// Begins to change pods.
    Churn churn(double perSecond) {
        return new Churn(new PatchedPods(server, pods), perSecond, false);
    }
}
