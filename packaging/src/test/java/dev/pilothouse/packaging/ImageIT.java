package dev.pilothouse.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.VirtualScreen;
import dev.pilothouse.testing.bench.Keyboard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The image starts, shows its demo cluster, follows the keyboard and leaves in order, on a machine without Java.
@EnabledOnOs(value = OS.LINUX, disabledReason = "a screen of its own needs Xvfb")
class ImageIT {

    @Test
    void theDemoIsOpenedFilteredAndLeftByKeyboard(@TempDir Path home) throws Exception {
        VirtualScreen screen = VirtualScreen.start();
        Keyboard keys = new Keyboard(screen.display());
        try (Program program = Program.start(screen.display(), home, "--demo", "--command", ":pods all")) {
            program.awaitEvent("frame.first", event -> true);
            int all = program.awaitEvent(
                            "rows.live", event -> event.path("kind").asText().equals("pods"))
                    .path("rows")
                    .asInt();
            assertThat(all).isGreaterThan(100);

            keys.press("slash");
            keys.type("cart");
            int found = program.awaitEvent(
                            "filter.applied",
                            event -> event.path("text").asText().equals("cart"))
                    .path("rows")
                    .asInt();
            assertThat(found).isPositive().isLessThan(all);

            keys.press("Escape", "Escape");
            program.awaitEvent("filter.applied", event -> event.path("rows").asInt() == all);
            keys.press("ctrl+q");

            assertThat(program.awaitEnd()).as(program.output()).isZero();
            assertThat(program.output()).as("nothing to complain of").doesNotContain("Exception", "WARNING");
        }
    }

    @Test
    void withoutADisplayOneLineSaysHowToRunItThere(@TempDir Path home) throws Exception {
        try (Program program = Program.start("", home, "--demo")) {
            assertThat(program.awaitEnd()).isNotZero();
            assertThat(program.output().lines()).singleElement().asString().contains("xvfb-run -a");
        }
    }
}
