package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the window says of usage.
@WindowTest
class UsageWindowTest {
    @Test
    void theLoadOfTheClusterStandsBesideTheBreadcrumbs(DemoWindow window) {
        window.awaitText("Memory").awaitText(" %");
    }

    @Test
    void aClusterWithoutAMetricsApiSaysSoOnceAndStillShowsItsPods(DemoWindow window) {
        window.demo().answer("/apis/metrics.k8s.io", 1000, 404, "NotFound", "the server could not find it");

        window.type(":ctx").press(KeyCode.ENTER).awaitText("SERVER");
        window.press(KeyCode.ENTER).awaitText("CPU and MEM stay empty").awaitAllPods();

        window.type(":nodes").press(KeyCode.ENTER).awaitText("ROLE");
        assertThat(window.texts().stream().filter(text -> text.contains("CPU and MEM stay empty")))
                .as("said once, not once a view")
                .hasSize(1);
        assertThat(window.texts()).as("no load without usage").doesNotContain("Memory");
    }
}
