package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the window says of usage.
@WindowTest
class UsageWindowTest {
    private final TableOnScreen table = new TableOnScreen();

    @Test
    void theLoadOfTheClusterStandsBesideTheBreadcrumbs(DemoWindow window) {
        window.awaitText("Memory").awaitText(" %");
    }

    @Test
    void aPodWhoseOwnSampleIsOldDoesNotLookFreshBesideTheOthers(DemoWindow window) {
        window.demo().ageMetrics("cart", "cart-redis-1", Duration.ofMinutes(5));
        window.command("pods cart /redis").awaitCrumb("/redis"); // a scope of its own, whose usage is asked for anew

        await("an old sample").until(() -> !table.outdated("cart-redis-1").isEmpty());
        assertThat(table.outdated("cart-redis-1")).contains("CPU", "MEM", "%MEM/L");
        assertThat(table.outdated("cart-redis-0")).isEmpty();
        assertThat(table.tip("cart-redis-1", "CPU"))
                .containsPattern("CPU \\d+m, measured 5m\\d*s? ago over 15s")
                .contains("kubelet");
        assertThat(table.tip("cart-redis-0", "MEM"))
                .containsPattern("MEM \\d+.*, measured \\d+s ago")
                .doesNotContain("kubelet");
    }

    /// Which has no bar, for there is nothing that its usage could be a share of.
    @Test
    void anOldSampleOfAPodWithoutRequestsAndLimitsHasItsClockToo(DemoWindow window) {
        window.demo().ageMetrics("default", "net-debug", Duration.ofMinutes(5));
        window.command("pods default /net-debug").awaitCrumb("/net-debug");

        await("an old sample").until(() -> table.clocks("net-debug").contains("CPU"));
        assertThat(table.clocks("net-debug")).contains("CPU", "MEM");
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
