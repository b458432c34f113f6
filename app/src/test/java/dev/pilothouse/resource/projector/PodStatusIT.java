package dev.pilothouse.resource.projector;

import static dev.pilothouse.resource.stream.ObjectWalk.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.TestNamespace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Our pod columns against `kubectl get pods -o wide`, for pods in every state, on a real API server.
@ApiServerTest
class PodStatusIT {
    /// NAME READY STATUS RESTARTS AGE IP NODE NOMINATED-NODE READINESS-GATES; a restart may say how long ago
    /// it was.
    private static final Pattern LINE = Pattern.compile(
            "(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\d+)( \\(\\S+ ago\\))?\\s+\\S+\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)");

    @Test
    void readyStatusAndRestartsAreWhatKubectlPrints(ApiServer server, TestNamespace namespace) {
        for (Map<?, ?> pod : PodsInEveryState.all()) put(server, namespace, pod);

        Map<String, String> printed = new TreeMap<>();
        String table = server.kubectl("get", "pods", "--no-headers", "-o", "wide", "-n", namespace.name())
                .orThrow();
        for (String line : table.lines().toList()) {
            Matcher cells = LINE.matcher(line);
            assertThat(cells.matches()).as(line).isTrue();
            String restart = cells.group(5) == null ? "" : "ago";
            printed.put(
                    cells.group(1),
                    String.join(
                            " ",
                            cells.group(2),
                            cells.group(3),
                            cells.group(4) + restart,
                            cells.group(6),
                            cells.group(7),
                            cells.group(8),
                            cells.group(9)));
        }

        assertThat(printed).hasSameSizeAs(PodsInEveryState.all());
        assertThat(ours(server, namespace)).isEqualTo(printed);
    }

    private static Map<String, String> ours(ApiServer server, TestNamespace namespace) {
        PodProjector pods = new PodProjector();
        Map<String, String> ours = new TreeMap<>();
        for (Map<String, Object> pod : server.list(namespace.path("pods"))) {
            Row row = ObjectWalk.row(pods, pod);
            boolean restarted =
                    !Long.valueOf(0).equals(cell(row, pods, "restarts")) && cell(row, pods, "last-restart") != null;
            ours.put(
                    row.name(),
                    String.join(
                            " ",
                            text(cell(row, pods, "ready")),
                            text(cell(row, pods, "status")),
                            text(cell(row, pods, "restarts")) + (restarted ? "ago" : ""),
                            text(cell(row, pods, "ip")),
                            text(cell(row, pods, "node")),
                            text(cell(row, pods, "nominated-node")),
                            text(cell(row, pods, "readiness-gates"))));
        }
        return ours;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "<none>" : cell.toString();
    }

    private static void put(ApiServer server, TestNamespace namespace, Map<?, ?> pod) {
        Map<String, Object> spec = new LinkedHashMap<>();
        pod.forEach((key, value) -> spec.put(String.valueOf(key), value));
        Object status = spec.remove("status");
        namespace.create(spec);
        String path = namespace.path("pods/" + PodsInEveryState.name(pod));
        server.patchStatus(path, Map.of("status", status));
        if (PodsInEveryState.deleted(pod)) server.delete(path);
    }
}
