package dev.pilothouse.demo.table;

import static dev.pilothouse.demo.table.PrinterColumn.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The pod's columns; READY, STATUS and RESTARTS are computed from container states as the real server does.
final class PodColumns {
    private final Cells cells;

    PodColumns(Cells cells) {
        this.cells = cells;
    }

    List<PrinterColumn> columns() {
        return List.of(
                text("Ready", pod -> judge(pod).ready()),
                text("Status", pod -> judge(pod).status()),
                text("Restarts", pod -> judge(pod).restarts(cells)),
                text("Age", cells::age),
                text("IP", pod -> Cells.text(pod, "/status/podIP", "<none>")).wide(),
                text("Node", pod -> Cells.text(pod, "/spec/nodeName", "<none>")).wide(),
                text("Nominated Node", pod -> Cells.text(pod, "/status/nominatedNodeName", "<none>"))
                        .wide(),
                text("Readiness Gates", pod -> "<none>").wide());
    }

    /// The STATUS column's word.
    static String status(ObjectNode pod) {
        return judge(pod).status();
    }

    private record Judgement(
            int readyContainers,
            int containers,
            String status,
            int restarted,
            @Nullable Instant lastRestart) {
        String ready() {
            return readyContainers + "/" + containers;
        }

        String restarts(Cells cells) {
            return restarted == 0 || lastRestart == null
                    ? Integer.toString(restarted)
                    : restarted + " (" + cells.since(lastRestart) + " ago)";
        }
    }

    private static Judgement judge(ObjectNode pod) {
        var initContainers = pod.at("/spec/initContainers");
        int total = pod.at("/spec/containers").size();
        List<String> sidecars = new ArrayList<>();
        for (var container : initContainers) {
            if (container.path("restartPolicy").asText().equals("Always")) {
                sidecars.add(container.path("name").asText());
                total++;
            }
        }
        var reason = Cells.text(pod, "/status/reason", Cells.text(pod, "/status/phase"));
        for (var condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("PodScheduled")
                    && condition.path("reason").asText().equals("SchedulingGated")) {
                reason = "SchedulingGated";
            }
        }
        int ready = 0;
        int restarts = 0;
        Instant last = null;
        String initializing = null;
        int index = 0;
        for (var status : pod.at("/status/initContainerStatuses")) {
            boolean sidecar = sidecars.contains(status.path("name").asText());
            restarts += status.path("restartCount").asInt();
            last = later(last, status);
            if (sidecar && status.path("ready").asBoolean()) {
                ready++;
            }
            if (initializing == null) {
                initializing = initReason(status, sidecar, index, initContainers.size());
            }
            index++;
        }
        boolean initialized = StreamSupport.stream(pod.at("/status/conditions").spliterator(), false)
                .anyMatch(c -> c.path("type").asText().equals("Initialized")
                        && c.path("status").asText().equals("True"));
        if (initializing != null && !initialized) {
            reason = initializing;
        } else {
            restarts = 0;
            last = null;
            boolean running = false;
            var statuses = pod.at("/status/containerStatuses");
            for (int i = statuses.size() - 1; i >= 0; i--) {
                var status = statuses.get(i);
                restarts += status.path("restartCount").asInt();
                last = later(last, status);
                var word = stateReason(status);
                if (word != null) {
                    reason = word;
                } else if (status.path("ready").asBoolean()
                        && status.path("state").has("running")) {
                    running = true;
                    ready++;
                }
            }
            if (reason.equals("Completed") && running) {
                reason = condition(pod, "Ready") ? "Running" : "NotReady";
            }
        }
        if (Meta.terminating(pod)) {
            reason = Cells.text(pod, "/status/reason").equals("NodeLost") ? "Unknown" : "Terminating";
        }
        return new Judgement(ready, total, reason, restarts, last);
    }

    private static @Nullable String initReason(JsonNode status, boolean sidecar, int index, int total) {
        var terminated = status.path("state").path("terminated");
        if (terminated.isObject()) {
            if (terminated.path("exitCode").asInt() == 0) {
                return null;
            }
            var reason = terminated.path("reason").asText();
            return "Init:"
                    + (reason.isEmpty()
                            ? "ExitCode:" + terminated.path("exitCode").asInt()
                            : reason);
        }
        if (sidecar && status.path("started").asBoolean()) {
            return null;
        }
        var waiting = status.path("state").path("waiting").path("reason").asText();
        if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
            return "Init:" + waiting;
        }
        return "Init:" + index + "/" + total;
    }

    private static @Nullable String stateReason(JsonNode status) {
        var state = status.path("state");
        var waiting = state.path("waiting").path("reason").asText();
        if (!waiting.isEmpty()) {
            return waiting;
        }
        var terminated = state.path("terminated");
        if (!terminated.isObject()) {
            return null;
        }
        var reason = terminated.path("reason").asText();
        if (!reason.isEmpty()) {
            return reason;
        }
        int signal = terminated.path("signal").asInt();
        return signal != 0
                ? "Signal:" + signal
                : "ExitCode:" + terminated.path("exitCode").asInt();
    }

    private static boolean condition(ObjectNode pod, String type) {
        return StreamSupport.stream(pod.at("/status/conditions").spliterator(), false)
                .anyMatch(c -> c.path("type").asText().equals(type)
                        && c.path("status").asText().equals("True"));
    }

    private static @Nullable Instant later(@Nullable Instant last, JsonNode status) {
        var finished = Meta.time(status.at("/lastState/terminated/finishedAt"));
        return last == null || (finished != null && finished.isAfter(last)) ? finished : last;
    }
}
