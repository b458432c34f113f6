package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;

/// Records the events that the hour before the start would have left behind, from the state that things are in.
final class PastEvents {
    private static final Duration KEPT = Duration.ofHours(1);

    private final ObjectStore store;
    private final Kinds kinds;
    private final EventRecorder events;
    private final Instant now;

    PastEvents(ObjectStore store, Kinds kinds, EventRecorder events, Instant now) {
        this.store = store;
        this.kinds = kinds;
        this.events = events;
        this.now = now;
    }

    void record() {
        for (var pod : store.list(kinds.named("Pod")).objects()) {
            var created = Meta.created(pod);
            if (created == null) {
                continue;
            }
            if (created.isAfter(now.minus(KEPT))
                    && !pod.at("/spec/nodeName").asText().isEmpty()) {
                once(
                        pod,
                        "default-scheduler",
                        "Scheduled",
                        "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to "
                                + pod.at("/spec/nodeName").asText(),
                        created);
            }
            troubles(pod, created);
        }
        for (var deployment : store.list(kinds.named("Deployment")).objects()) {
            int wanted = deployment.at("/spec/replicas").asInt();
            int updated = deployment.at("/status/updatedReplicas").asInt();
            if (updated < wanted) {
                once(
                        deployment,
                        "deployment-controller",
                        "ScalingReplicaSet",
                        "Scaled up replica set " + Workloads.replicaSetName(deployment, deployment.at("/spec/template"))
                                + " from 0 to " + updated,
                        now.minusSeconds(240));
            }
        }
        for (var node : store.list(kinds.named("Node")).objects()) {
            for (var condition : node.at("/status/conditions")) {
                var type = condition.path("type").asText();
                if (type.equals("Ready") && !condition.path("status").asText().equals("True")) {
                    once(
                            node,
                            "node-controller",
                            "NodeNotReady",
                            "Node " + Meta.name(node) + " status is now: NodeNotReady",
                            now.minusSeconds(1500));
                } else if (!type.equals("Ready")
                        && condition.path("status").asText().equals("True")) {
                    repeated(node, "kubelet", "EvictionThresholdMet", "Attempting to reclaim memory", 31);
                }
            }
        }
    }

    private void troubles(ObjectNode pod, Instant created) {
        for (var status : pod.at("/status/containerStatuses")) {
            var name = status.path("name").asText();
            var waiting = status.at("/state/waiting");
            switch (waiting.path("reason").asText()) {
                case "CrashLoopBackOff" ->
                    repeated(
                            pod,
                            "kubelet",
                            "BackOff",
                            "Back-off restarting failed container " + name + " in pod " + Meta.name(pod) + "_"
                                    + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")",
                            4 * status.path("restartCount").asInt());
                case "ImagePullBackOff" -> repeated(pod, "kubelet", "Failed", "Error: ImagePullBackOff", 214);
                case "CreateContainerConfigError" ->
                    repeated(
                            pod,
                            "kubelet",
                            "Failed",
                            "Error: " + waiting.path("message").asText(),
                            163);
                default -> {
                    if (status.at("/state").has("running")
                            && !status.path("ready").asBoolean()) {
                        repeated(
                                pod,
                                "kubelet",
                                "Unhealthy",
                                "Readiness probe failed: dial tcp "
                                        + pod.at("/status/podIP").asText() + ":9200: connect: connection refused",
                                388);
                    } else if (created.isAfter(now.minus(KEPT))
                            && status.at("/state").has("running")) {
                        once(pod, "kubelet", "Started", "Started container " + name, created.plusSeconds(5));
                    }
                }
            }
        }
        if (pod.at("/spec/nodeName").asText().isEmpty()
                && pod.at("/status/phase").asText().equals("Pending")) {
            repeated(
                    pod,
                    "default-scheduler",
                    "FailedScheduling",
                    pod.at("/status/conditions/0/message").asText(),
                    96);
        }
    }

    private void once(ObjectNode about, String component, String reason, String message, Instant at) {
        events.record(
                about, component, reason.equals("NodeNotReady") ? "Warning" : "Normal", reason, message, at, 1, at);
    }

    private void repeated(ObjectNode about, String component, String reason, String message, int count) {
        events.record(
                about,
                component,
                "Warning",
                reason,
                message,
                now.minus(Duration.ofMinutes(50)),
                count,
                now.minusSeconds(70));
    }
}
