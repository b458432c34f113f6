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

        tables(window, camera);
        pods(window, camera);
        inspector(window, camera);
        overlays(window, camera);
        trouble(window, camera);

        window.size(1000, 700);
        camera.take("small-pods", "STATUS", "shell.crumb.all");
        window.press(KeyCode.D).awaitText("Name:");
        camera.take("small-inspector", "STATUS", "inspector.tab.describe");

        Path readme = Path.of("target", "tour", "pods-dark-en.png");
        assertThat(Files.size(readme)).isGreaterThan(10_000);
        assertThat(camera.complaints()).isEmpty();
    }

    private static void pods(DemoWindow window, Photographer camera) {
        command(window, "pods").awaitCrumb("pods (150)");
        camera.take("pods", "RESTARTS", "shell.crumb.all", "shell.demo", "shell.group.workloads");

        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
        window.press(KeyCode.SPACE, KeyCode.SPACE, KeyCode.J, KeyCode.SPACE);
        camera.take("filtered-marked", "/cart", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.BACK_SLASH).press(KeyCode.ESCAPE).awaitCrumb("pods (150)");

        window.chord(KeyCode.CONTROL, KeyCode.W).awaitText("NODE");
        camera.take("wide", "NODE", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.W);

        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitText("faults only");
        camera.take("faults", "STATUS", "shell.crumb.faults");
        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitNoText("faults only");

        window.press(KeyCode.G, KeyCode.ENTER).awaitText("IMAGE");
        camera.take("containers", "IMAGE", "shell.demo");
        window.press(KeyCode.ESCAPE).awaitCrumb("pods (150)");
    }

    private static void tables(DemoWindow window, Photographer camera) {
        command(window, "deployments").awaitText("UP-TO-DATE");
        camera.take("deployments", "UP-TO-DATE", "shell.crumb.all");
        command(window, "nodes").awaitText("VERSION");
        camera.take("nodes", "VERSION", "shell.demo");
        command(window, "events").awaitText("REASON");
        camera.take("events", "REASON", "shell.crumb.all");
        command(window, "namespaces").awaitText("namespaces (");
        camera.take("namespaces", "namespaces (", "shell.demo");
        command(window, "contexts").awaitText("contexts (");
        camera.take("contexts", "contexts (", "shell.demo");
    }

    private static void inspector(DemoWindow window, Photographer camera) {
        window.press(KeyCode.G);
        window.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
        camera.take("inspector-overview", "STATUS", "inspector.tab.overview");
        window.press(KeyCode.D).awaitText("Node-Selectors:");
        camera.take("inspector-describe", "Node-Selectors:", "inspector.tab.describe");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.Y).awaitText("apiVersion");
        camera.take("inspector-yaml", "apiVersion", "inspector.tab.yaml");
        window.press(KeyCode.ESCAPE);
        window.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
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

    private static void trouble(DemoWindow window, Photographer camera) {
        window.type("/").type("no-such-pod").press(KeyCode.ENTER).awaitText("Nothing matches");
        camera.take("empty", "/no-such-pod", "table.filtered.title", "table.filtered.remedy");
        window.press(KeyCode.ESCAPE).awaitCrumb("pods (150)");

        window.demo().deny("*", "secrets", "*");
        command(window, "secrets").awaitText("You may not see this");
        camera.take("denied", "secrets", "table.denied.title", "shell.sync.denied");

        window.demo().answer("/api/v1/configmaps", 1_000, 500, "InternalError", "etcdserver: request timed out");
        command(window, "configmaps").awaitText("could not be read");
        camera.take("failed", "configmaps", "table.failed.title", "shell.sync.failed");

        command(window, "pods").awaitCrumb("pods (150)");
        window.demo().answer("/api/v1/pods", 1_000, 503, "ServiceUnavailable", "the server is shutting down");
        window.demo().cutWatches();
        window.awaitText("STALE");
        camera.take("stale", "RESTARTS", "table.stale");
        window.demo().clear();
        command(window, "pods").awaitText("LIVE");
    }

    private static DemoWindow command(DemoWindow window, String line) {
        return window.type(":").type(line).press(KeyCode.ENTER);
    }
}
