package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import java.time.Instant;
import java.util.List;

/// Works out the status of workloads from their pods, as their controllers do.
final class WorkloadStatus {

    private WorkloadStatus() {}

    static boolean ready(JsonNode pod) {
        if (Meta.terminating(pod)) {
            return false;
        }
        for (var condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    /// Whether a pod counts as one of its workload's replicas.
    static boolean active(JsonNode pod) {
        var phase = pod.path("status").path("phase").asText();
        return !Meta.terminating(pod) && !phase.equals("Failed") && !phase.equals("Succeeded");
    }

    static void replicaSet(ObjectNode set, List<ObjectNode> pods) {
        var active = pods.stream().filter(WorkloadStatus::active).toList();
        int ready = count(active);
        var status = set.putObject("status").put("replicas", active.size());
        if (!active.isEmpty()) {
            status.put("fullyLabeledReplicas", active.size());
        }
        positive(status, "readyReplicas", ready);
        positive(status, "availableReplicas", ready);
        observed(set, status);
    }

    /// @param updated pods of the newest replica set
    static void deployment(ObjectNode deployment, List<ObjectNode> pods, List<ObjectNode> updated, Instant now) {
        var before = deployment.path("status").path("conditions");
        var active = pods.stream().filter(WorkloadStatus::active).toList();
        int wanted = deployment.at("/spec/replicas").asInt();
        int ready = count(active);
        int fresh = (int) updated.stream().filter(WorkloadStatus::active).count();
        var status = deployment.putObject("status");
        observed(deployment, status);
        positive(status, "replicas", active.size());
        positive(status, "updatedReplicas", fresh);
        positive(status, "readyReplicas", ready);
        positive(status, "availableReplicas", ready);
        positive(status, "unavailableReplicas", Math.max(0, Math.max(wanted, active.size()) - ready));
        int tolerated = deployment.at("/spec/strategy/type").asText().equals("Recreate") ? 0 : Math.max(0, wanted / 4);
        boolean available = ready >= wanted - tolerated;
        boolean complete = fresh == wanted && active.size() == wanted && count(updated) == wanted;
        var conditions = status.putArray("conditions");
        condition(
                conditions.addObject(),
                before,
                now,
                "Available",
                available,
                available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                available ? "Deployment has minimum availability." : "Deployment does not have minimum availability.");
        condition(
                conditions.addObject(),
                before,
                now,
                "Progressing",
                true,
                complete ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
                "ReplicaSet of \"" + Meta.name(deployment) + "\" "
                        + (complete ? "has successfully progressed." : "is progressing."));
    }

    static void statefulSet(ObjectNode set, List<ObjectNode> pods) {
        var active = pods.stream().filter(WorkloadStatus::active).toList();
        var revision = PodFactory.revision(set);
        int updated = (int) active.stream()
                .filter(pod -> Meta.labels(pod)
                        .path("controller-revision-hash")
                        .asText()
                        .equals(revision))
                .count();
        var status = set.putObject("status").put("replicas", active.size());
        observed(set, status);
        positive(status, "readyReplicas", count(active));
        status.put("availableReplicas", count(active))
                .put("currentReplicas", updated)
                .put("updatedReplicas", updated);
        status.put("currentRevision", revision).put("updateRevision", revision).put("collisionCount", 0);
    }

    static void daemonSet(ObjectNode set, List<ObjectNode> pods, int nodes) {
        var active = pods.stream().filter(WorkloadStatus::active).toList();
        var revision = PodFactory.revision(set).replaceFirst(".*-", "");
        int ready = count(active);
        int updated = (int) active.stream()
                .filter(pod -> Meta.labels(pod)
                        .path("controller-revision-hash")
                        .asText()
                        .equals(revision))
                .count();
        var status = set.putObject("status");
        observed(set, status);
        status.put("currentNumberScheduled", active.size()).put("numberMisscheduled", 0);
        status.put("desiredNumberScheduled", nodes).put("numberReady", ready);
        status.put("updatedNumberScheduled", updated);
        positive(status, "numberAvailable", ready);
        positive(status, "numberUnavailable", nodes - ready);
    }

    static void job(ObjectNode job, List<ObjectNode> pods, Instant now) {
        int active = 0;
        int succeeded = 0;
        int failed = 0;
        Instant last = null;
        for (var pod : pods) {
            switch (pod.at("/status/phase").asText()) {
                case "Succeeded" -> succeeded++;
                case "Failed" -> failed++;
                default -> active++;
            }
            var ended = Meta.time(pod.at("/status/containerStatuses/0/state/terminated/finishedAt"));
            last = ended != null && (last == null || ended.isAfter(last)) ? ended : last;
        }
        var before = job.path("status").path("conditions").deepCopy();
        var status = job.putObject("status")
                .put("startTime", job.at("/metadata/creationTimestamp").asText());
        var ended = last == null ? now : last;
        positive(status, "active", active);
        positive(status, "succeeded", succeeded);
        positive(status, "failed", failed);
        status.put("ready", (int) pods.stream().filter(WorkloadStatus::ready).count())
                .put("terminating", 0);
        status.putObject("uncountedTerminatedPods");
        if (succeeded >= job.at("/spec/completions").asInt(1)) {
            status.put("completionTime", Meta.time(ended));
            condition(
                    status.withArray("/conditions").addObject(),
                    before,
                    ended,
                    "SuccessCriteriaMet",
                    true,
                    "CompletionsReached",
                    "Reached expected number of succeeded pods");
            condition(
                    status.withArray("/conditions").addObject(),
                    before,
                    ended,
                    "Complete",
                    true,
                    "CompletionsReached",
                    "Reached expected number of succeeded pods");
        } else if (failed > job.at("/spec/backoffLimit").asInt(6)) {
            condition(
                    status.withArray("/conditions").addObject(),
                    before,
                    ended,
                    "FailureTarget",
                    true,
                    "BackoffLimitExceeded",
                    "Job has reached the specified backoff limit");
            condition(
                    status.withArray("/conditions").addObject(),
                    before,
                    ended,
                    "Failed",
                    true,
                    "BackoffLimitExceeded",
                    "Job has reached the specified backoff limit");
        }
    }

    static boolean finished(JsonNode job) {
        for (var condition : job.path("status").path("conditions")) {
            var type = condition.path("type").asText();
            if ((type.equals("Complete") || type.equals("Failed"))
                    && condition.path("status").asText().equals("True")) {
                return true;
            }
        }
        return false;
    }

    private static int count(List<ObjectNode> pods) {
        return (int) pods.stream().filter(WorkloadStatus::ready).count();
    }

    private static void observed(ObjectNode workload, ObjectNode status) {
        status.put("observedGeneration", workload.at("/metadata/generation").asLong(1));
    }

    private static void positive(ObjectNode status, String field, int value) {
        if (value > 0) {
            status.put(field, value);
        }
    }

    private static void condition(
            ObjectNode into, JsonNode before, Instant now, String type, boolean holds, String reason, String message) {
        var value = holds ? "True" : "False";
        var since = Meta.time(now);
        var updated = since;
        for (var old : before) {
            if (old.path("type").asText().equals(type)) {
                if (old.path("status").asText().equals(value)) {
                    since = old.path("lastTransitionTime").asText();
                }
                if (old.path("reason").asText().equals(reason)) {
                    updated = old.path("lastUpdateTime").asText();
                }
            }
        }
        into.put("type", type)
                .put("status", value)
                .put("lastUpdateTime", updated)
                .put("lastTransitionTime", since);
        into.put("reason", reason).put("message", message);
    }
}
