package dev.pilothouse.ui.bootstrap;

import static org.awaitility.Awaitility.await;

import dev.pilothouse.testing.Node;
import dev.pilothouse.testing.NodeTest;
import dev.pilothouse.testing.TestNamespace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The whole window on a cluster that really runs pods.
@NodeTest
class RealNodeIT {
    /// The metrics server measures every 15 seconds, and its first measurement of a pod takes two of them.
    private static final Duration MEASURED = Duration.ofMinutes(3);

    private static final Pattern MILLICORES = Pattern.compile("(\\d+)m");

    @TempDir
    Path settings;

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void podsComeRunUseCpuAndGoOnScreen(Node node, TestNamespace namespace) {
        try (DemoWindow window = DemoWindow.openOn(node.server().kubeconfig(), settings, "-n", namespace.name())) {
            window.awaitCrumb("pods (0)");

            namespace.create(Node.pod("burner", "touch /tmp/burn; while true; do [ -e /tmp/burn ] || sleep 1; done"));
            window.awaitCell("burner").awaitCell("Running");
            awaitCpu(window, node, namespace, cpu -> cpu > 50);

            node.server()
                    .kubectl("exec", "-n", namespace.name(), "burner", "--", "rm", "/tmp/burn")
                    .orThrow();
            awaitCpu(window, node, namespace, cpu -> cpu < 50);

            node.server().delete(namespace.path("pods/burner"));
            window.awaitNoCell("burner").awaitCrumb("pods (0)");
        }
    }

    private static void awaitCpu(DemoWindow window, Node node, TestNamespace namespace, LongPredicate wanted) {
        try {
            await("the burner's CPU")
                    .atMost(MEASURED)
                    .until(() -> cpu(window).stream().anyMatch(wanted));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "on screen: " + window.row("burner") + "; the cluster measured: "
                            + node.measured(namespace.path("pods/burner")),
                    e);
        }
    }

    /// What the only cell with millicores in the burner's row says.
    private static OptionalLong cpu(DemoWindow window) {
        return window.row("burner").stream()
                .map(MILLICORES::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }
}
