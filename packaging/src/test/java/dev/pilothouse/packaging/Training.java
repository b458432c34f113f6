package dev.pilothouse.packaging;

import dev.pilothouse.testing.VirtualScreen;
import dev.pilothouse.testing.bench.Keyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Trains the image that the build has just made: walks through the window once, and leaves beside the program what
/// the JVM learned of its classes and hot methods (an AOT cache, JEP 483, 514 and 515), so that the installed program
/// starts in a fraction of the time.
///
/// The program's own launcher is what runs, with its own options, for the JVM takes a cache only where they are the
/// same.
final class Training {
    private static final String CACHE = "pilothouse.aot";

    private Training() {}

    /// Trains the image in the system property `pilothouse.image`.
    public static void main(String[] arguments) throws Exception {
        Path app = Path.of(System.getProperty("pilothouse.image"), "lib", "app");
        Path home = Files.createTempDirectory("pilothouse-training");
        try {
            Path observed = home.resolve("observed");
            walk(home, "-XX:AOTMode=record -XX:AOTConfiguration=" + observed);
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
    private static void walk(Path home, String jvmOptions) throws Exception {
        VirtualScreen screen = VirtualScreen.start();
        Keyboard keys = new Keyboard(screen.display());
        try (Program program = Program.start(
                screen.display(), home, Map.of("JAVA_TOOL_OPTIONS", jvmOptions), "--demo", "--command", ":pods all")) {
            live(program, "pods");
            keys.press("slash");
            keys.type("cart");
            program.awaitEvent(
                    "filter.applied", event -> event.path("text").asText().equals("cart"));
            keys.press("Escape", "Escape", "shift+c", "shift+m", "shift+p", "ctrl+w", "ctrl+w");
            keys.press("j", "j", "j", "space", "k", "space", "ctrl+backslash", "shift+g", "g", "Next", "Prior");
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
