package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command of the README on a machine without a display.
@EnabledOnOs(OS.LINUX)
class WrapperTest {
    @TempDir
    Path empty;

    @Test
    void withoutADisplayTheCommandThatOpensTheWindowSaysSoInOneLine() throws Exception {
        Ran ran = wrapper("-q");

        assertThat(ran.status).isEqualTo(1);
        assertThat(ran.lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("no display")
                        .contains("xvfb-run -a")
                        .endsWith("mvnw -q"));
    }

    @Test
    void whatOpensNoWindowNeedsNoDisplay() throws Exception {
        for (String argument : List.of("verify", "--version")) {
            assertThat(wrapper("-q", argument).lines)
                    .as("it came as far as looking for a Maven")
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("mvnw: run testing/setup first"));
        }
    }

    private record Ran(int status, List<String> lines) {}

    /// Runs the wrapper where there is neither a display nor a Maven, so that it can go no further than its checks.
    private Ran wrapper(String... arguments) throws IOException, InterruptedException {
        Path wrapper = Path.of("..", "mvnw").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of("/bin/sh", wrapper.toString()));
        command.addAll(List.of(arguments));
        Path output = empty.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().put("MAVEN_USER_HOME", empty.toString());
        builder.environment().put("PATH", withoutMaven());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readAllLines(output));
    }

    /// A folder with what the wrapper uses of the machine, and nothing else.
    private String withoutMaven() throws IOException {
        Path programs = Files.createDirectories(empty.resolve("programs"));
        for (String program : List.of("sed", "dirname", "uname", "readlink")) {
            Path passed = Files.writeString(
                    programs.resolve(program), "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(program));
            Files.setPosixFilePermissions(passed, PosixFilePermissions.fromString("rwx------"));
        }
        return programs.toString();
    }
}
