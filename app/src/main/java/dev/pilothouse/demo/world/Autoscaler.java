package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;

/// Compares what the pods of an autoscaler's target use with what they ask for, and scales by one at a time.
final class Autoscaler {
    private static final double TOLERANCE = 0.1;

    private final ObjectStore store;
    private final Kinds kinds;
    private final Workloads workloads;
    private final Usage usage;
    private final EventRecorder events;
    private final Clock clock;

    Autoscaler(ObjectStore store, Kinds kinds, Workloads workloads, Usage usage, EventRecorder events, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.workloads = workloads;
        this.usage = usage;
        this.events = events;
        this.clock = clock;
    }

    /// Brings all autoscalers up to date.
    ///
    /// @param scaling whether to scale as well
    void tick(boolean scaling) {
        for (var autoscaler : store.list(kinds.named("HorizontalPodAutoscaler")).objects()) {
            var name = autoscaler.at("/spec/scaleTargetRef/name").asText();
            var target = store.find(kinds.named("Deployment"), Meta.namespace(autoscaler), name);
            if (target != null) {
                judge(autoscaler, target, scaling);
            }
        }
    }

    private void judge(ObjectNode autoscaler, ObjectNode target, boolean scaling) {
        var pods = workloads.owned(target, "ReplicaSet").stream()
                .flatMap(set -> workloads.owned(set, "Pod").stream())
                .filter(WorkloadStatus::ready)
                .toList();
        double asked = 0;
        for (var container : target.at("/spec/template/spec/containers")) {
            asked += Quantities.millis(
                    container.path("resources").path("requests").path("cpu"));
        }
        double used = pods.stream().mapToDouble(usage::podCpuMillis).average().orElse(0);
        int percent = asked == 0 ? 0 : (int) Math.round(100 * used / asked);
        int wantedPercent = autoscaler
                .at("/spec/metrics/0/resource/target/averageUtilization")
                .asInt(80);
        int replicas = target.at("/spec/replicas").asInt();
        double ratio = (double) percent / wantedPercent;
        int desired = Math.abs(ratio - 1) <= TOLERANCE ? replicas : replicas + (ratio > 1 ? 1 : -1);
        int least = autoscaler.at("/spec/minReplicas").asInt(1);
        int most = autoscaler.at("/spec/maxReplicas").asInt();
        int limited = Math.clamp(desired, least, most);
        status(autoscaler, replicas, limited, percent, (int) used, desired);
        if (scaling && limited != replicas) {
            events.normal(
                    autoscaler,
                    "horizontal-pod-autoscaler",
                    "SuccessfulRescale",
                    "New size: " + limited + "; reason: cpu resource utilization (percentage of request) "
                            + (limited > replicas ? "above target" : "below target"));
            store.update(kinds.named("Deployment"), Meta.namespace(target), Meta.name(target), object -> {
                object.withObject("/spec").put("replicas", limited);
                Meta.of(object)
                        .put("generation", object.at("/metadata/generation").asLong(1) + 1);
                return object;
            });
        }
    }

    private void status(ObjectNode autoscaler, int replicas, int limited, int percent, int used, int desired) {
        store.update(
                kinds.named("HorizontalPodAutoscaler"), Meta.namespace(autoscaler), Meta.name(autoscaler), object -> {
                    var since = Meta.time(clock.instant());
                    boolean bound = desired != limited;
                    var before = object.at("/status/conditions/2");
                    if (before.path("status").asText().equals(bound ? "True" : "False")) {
                        since = before.path("lastTransitionTime").asText();
                    }
                    var status = object.putObject("status");
                    status.put("currentReplicas", replicas)
                            .put("desiredReplicas", limited)
                            .put("observedGeneration", 1);
                    var resource = status.putArray("currentMetrics")
                            .addObject()
                            .put("type", "Resource")
                            .putObject("resource");
                    resource.put("name", "cpu")
                            .putObject("current")
                            .put("averageUtilization", percent)
                            .put("averageValue", used + "m");
                    var conditions = status.putArray("conditions");
                    var created = object.at("/metadata/creationTimestamp").asText();
                    condition(
                            conditions.addObject(),
                            "AbleToScale",
                            "True",
                            "ReadyForNewScale",
                            "recommended size matches current size",
                            created);
                    condition(
                            conditions.addObject(),
                            "ScalingActive",
                            "True",
                            "ValidMetricFound",
                            "the HPA was able to successfully calculate a replica count from cpu resource utilization",
                            created);
                    condition(
                            conditions.addObject(),
                            "ScalingLimited",
                            bound ? "True" : "False",
                            bound ? (desired > limited ? "TooManyReplicas" : "TooFewReplicas") : "DesiredWithinRange",
                            bound
                                    ? "the desired replica count is outside of the allowed range"
                                    : "the desired count is within the acceptable range",
                            since);
                    return object;
                });
    }

    private static void condition(
            ObjectNode into, String type, String status, String reason, String message, String since) {
        into.put("type", type).put("status", status).put("lastTransitionTime", since);
        into.put("reason", reason).put("message", message);
    }
}
