package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Sees every view in both themes and both languages, in one window, and leaves a picture of each in `target/tour`.
@WindowTest
class TourTest {
    @Test
    void everyViewSpeaksBothLanguagesInBothThemes(DemoWindow window) throws IOException {
        Photographer camera = new Photographer(window, Path.of("target", "tour"));
        window.size(1280, 800).awaitText("req/s");

        pods(window, camera);
        overlays(window, camera);

        Path readme = Path.of("target", "tour", "pods-dark-en.png");
        assertThat(Files.size(readme)).isGreaterThan(10_000);
        assertThat(camera.complaints()).isEmpty();
    }

    private static void pods(DemoWindow window, Photographer camera) {
        command(window, "pods").awaitAllPods();
        camera.take("pods", "RESTARTS", "shell.crumb.all", "shell.demo", "shell.group.workloads");

        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
        window.press(KeyCode.SPACE, KeyCode.SPACE, KeyCode.J, KeyCode.SPACE);
        camera.take("filtered-marked", "/cart", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.BACK_SLASH).press(KeyCode.ESCAPE).awaitAllPods();

        window.chord(KeyCode.CONTROL, KeyCode.W).awaitText("NODE");
        camera.take("wide", "NODE", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.W);

        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitText("faults only");
        camera.take("faults", "STATUS", "shell.crumb.faults");
        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitNoText("faults only");

        window.press(KeyCode.G, KeyCode.ENTER).awaitText("IMAGE");
        camera.take("containers", "IMAGE", "shell.demo");
        window.press(KeyCode.ESCAPE).awaitAllPods();
    }

    private static void overlays(DemoWindow window, Photographer camera) {
        // The sheet of keys is written when it opens, so each language opens its own.
        camera.each("help", () -> window.type("?"), () -> window.press(KeyCode.ESCAPE), "F1", "shell.help.title");
        camera.each(
                "palette",
                () -> window.chord(KeyCode.CONTROL, KeyCode.K),
                () -> window.press(KeyCode.ESCAPE),
                "STATUS",
                "shell.palette.kind");

        window.type(":").type("dep").awaitText("deployments");
        camera.take("command", "deployments", "shell.crumb.all");
        window.press(KeyCode.ESCAPE);
    }

    private static DemoWindow command(DemoWindow window, String line) {
        return window.type(":").type(line).press(KeyCode.ENTER);
    }
}
