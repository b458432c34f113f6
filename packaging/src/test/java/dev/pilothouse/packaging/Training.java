package dev.pilothouse.packaging;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.VirtualScreen;
import dev.pilothouse.testing.bench.Filler;
import dev.pilothouse.testing.bench.Keyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Trains the image that the build has just made: walks through the window once, and leaves beside the program what
/// the JVM learned of its classes and hot methods (an AOT cache, JEP 483, 514 and 515), so that the installed program
/// starts in a fraction of the time.
///
/// The program's own launcher is what runs, with its own options, for the JVM takes a cache only where they are the
/// same. It walks through a real API server first, for TLS and protobuf are the way of every start and the demo cluster
/// has neither; where the programs of the test cluster are missing, through the demo cluster alone, and says so.
final class Training {
    private static final String CACHE = "pilothouse.aot";

    /// As many as make all that reads a list run hot.
    private static final int PODS = 2000;

    private Training() {}

    /// Trains the image in the system property `pilothouse.image`.
    public static void main(String[] arguments) throws Exception {
        Path app = Path.of(System.getProperty("pilothouse.image"), "lib", "app");
        Path home = Files.createTempDirectory("pilothouse-training");
        try (RealCluster cluster = RealCluster.start()) {
            Path observed = home.resolve("observed");
            walk(home, cluster, "-XX:AOTMode=record -XX:AOTConfiguration=" + observed);
            assemble(
                    home,
                    "-XX:AOTMode=create -XX:AOTConfiguration=" + observed + " -XX:AOTCache=" + app.resolve(CACHE));
        } finally {
            delete(home);
        }
        if (!Files.isRegularFile(app.resolve(CACHE))) throw new IOException("the training left no " + CACHE);
        Files.writeString(
                app.resolve("pilothouse.cfg"),
                "java-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n",
                StandardOpenOption.APPEND);
    }

    /// What nearly everybody does in the first minutes: the longer it takes, the less is left to learn at their desks.
    private static void walk(Path home, RealCluster cluster, String jvmOptions) throws Exception {
        VirtualScreen screen = VirtualScreen.start();
        Keyboard keys = new Keyboard(screen.display());
        List<String> arguments = new ArrayList<>(List.of("--demo", "--command", ":pods all"));
        cluster.kubeconfig()
                .ifPresent(file -> arguments.addAll(List.of("--kubeconfig", file.toString(), "--context", "test")));
        try (Program program = Program.start(
                screen.display(), home, Map.of("JAVA_TOOL_OPTIONS", jvmOptions), arguments.toArray(String[]::new))) {
            live(program, "pods");
            table(program, keys, "team");
            if (cluster.kubeconfig().isPresent()) {
                keys.type(":ctx demo");
                keys.press("Return");
                live(program, "pods");
                table(program, keys, "cart");
            }
            for (String kind :
                    List.of("deployments", "events", "nodes", "services", "namespaces", "promotions", "pods")) {
                keys.type(":" + kind);
                keys.press("Return");
                if (!kind.equals("pods")) live(program, kind); // pods were never let go
            }
            keys.press("ctrl+2", "d", "y", "ctrl+2", "question", "Escape", "ctrl+k", "Escape");
            keys.press("ctrl+q");
            end(program, "the walk");
        }
    }

    /// What one does in a table of pods.
    private static void table(Program program, Keyboard keys, String filter) {
        keys.press("slash");
        keys.type(filter);
        program.awaitEvent(
                "filter.applied", event -> event.path("text").asText().equals(filter));
        keys.press("Escape", "Escape", "shift+c", "shift+m", "shift+p", "ctrl+w", "ctrl+w");
        keys.press("j", "j", "j", "space", "k", "space", "ctrl+backslash", "shift+g", "g", "Next", "Prior");
    }

    /// The API server of the test cluster, where this machine can have it.
    private record RealCluster(Optional<ApiServer> server) implements AutoCloseable {
        static RealCluster start() {
            String lacking = ApiServer.lacking();
            if (lacking.isEmpty()) return new RealCluster(Optional.of(Filler.keptServer(PODS)));
            System.err.println("training without TLS and protobuf, starts will be slower: " + lacking);
            return new RealCluster(Optional.empty());
        }

        Optional<Path> kubeconfig() {
            return server.map(ApiServer::kubeconfig);
        }

        @Override
        public void close() {
            server.ifPresent(ApiServer::close);
        }
    }

    /// Makes the cache of what was observed. The program itself does not run.
    private static void assemble(Path home, String jvmOptions) throws Exception {
        try (Program program = Program.start("", home, Map.of("JAVA_TOOL_OPTIONS", jvmOptions))) {
            end(program, "making the cache");
        }
    }

    private static void live(Program program, String kind) {
        program.awaitEvent("rows.live", event -> event.path("kind").asText().equals(kind));
    }

    private static void end(Program program, String what) throws InterruptedException, IOException {
        int code = program.awaitEnd();
        if (code != 0) throw new IOException(what + " ended with " + code + ": " + program.output());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) Files.delete(path);
        }
    }
}
