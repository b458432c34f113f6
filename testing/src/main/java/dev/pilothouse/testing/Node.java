package dev.pilothouse.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The node of a cluster that runs pods. See [NodeTest].
public final class Node {
    /// The only image there is: busybox. Nothing is pulled from anywhere.
    public static final String IMAGE = "test.local/busybox:1";

    /// The name of the node.
    public static final String NAME = "node-1";

    private final ApiServer server;

    Node(ApiServer server) {
        this.server = server;
    }

    /// The API server that it belongs to.
    public ApiServer server() {
        return server;
    }

    /// A pod that runs `script` in a shell, and ends within a second when told to.
    public static Map<String, Object> pod(String name, String script) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", name, "labels", Map.of("app", name)),
                "spec",
                Map.of(
                        "terminationGracePeriodSeconds",
                        1,
                        "containers",
                        List.of(Map.of("name", "main", "image", IMAGE, "command", List.of("sh", "-c", script)))));
    }

    /// Waits until the pod at `path` is ready.
    public void awaitReady(String path) {
        Await.until(
                path + " is ready",
                Duration.ofMinutes(2),
                () -> ApiServer.conditions(server.get(path)).contains("Ready"));
    }

    /// Waits until there are metrics for the pod at this path of the core API; the first take half a minute.
    public void awaitMetrics(String path) {
        Await.until("metrics of " + path, Duration.ofMinutes(3), () -> server.exists(metrics(path)));
    }

    /// What the metrics API says of the pod at this path of the core API, or why it says nothing: for the message of a
    /// test that waited for it in vain.
    public String measured(String path) {
        return server.kubectl("get", "--raw", metrics(path)).toString();
    }

    private static String metrics(String path) {
        return path.replaceFirst("^/api/v1", "/apis/metrics.k8s.io/v1beta1");
    }
}
