package dev.pilothouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pilothouse.live.ManualScheduler;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsAtExitTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasChangedRightBeforeASignalIsWritten() throws Exception {
        Process program = start();
        assumeTrue(program.supportsNormalTermination(), "this system ends programs without a signal");
        try (BufferedReader said = program.inputReader()) {
            assertThat(said.readLine()).isEqualTo("changed");

            program.destroy();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(Program.open(folder).get().history()).containsExactly("pods");
    }

    private Process start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder program = new ProcessBuilder(java.toString(), Program.class.getName(), folder.toString());
        program.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Changes its settings, which nothing but its end will write, and waits for that.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            SettingsStore settings = open(Path.of(arguments[0]));
            settings.flushAtExit(Thread.ofPlatform().factory());
            settings.update(s -> s.withHistory(List.of("pods")));
            System.out.println("changed");
            int end = System.in.read(); // as long as the test runs
            if (end >= 0) throw new IllegalStateException("nobody writes to this program");
        }

        static SettingsStore open(Path folder) {
            return SettingsStore.open(folder, new ManualScheduler(), Runnable::run, Clock.systemUTC());
        }
    }
}
