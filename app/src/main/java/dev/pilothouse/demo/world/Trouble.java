package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import java.time.Duration;
import java.time.Instant;

/// What a pod suffers from, as its workload's `demo.trouble` says: `{kind: crash-loop, pods: 1, restarts: 87}`.
///
/// @param says the entry
record Trouble(JsonNode says) {

    String kind() {
        return says.path("kind").asText();
    }

    /// How many of the workload's pods suffer from it.
    int pods() {
        return says.path("pods").asInt(1);
    }

    /// Whether the workload has another pod in place of this one already.
    boolean replaced() {
        return kind().equals("evicted") || kind().equals("terminating");
    }

    /// How long ago it last showed.
    Duration ago() {
        return Traits.span(says.path("ago").asText("4m"));
    }

    int restarts() {
        return says.path("restarts").asInt(1);
    }

    String reason() {
        return says.path("reason").asText(kind().equals("oom-killed") ? "OOMKilled" : "Error");
    }

    int exitCode() {
        return says.path("exit").asInt(kind().equals("oom-killed") ? 137 : 1);
    }

    /// How long a container runs before it ends.
    Duration ran() {
        return Traits.span(says.path("ran").asText("9s"));
    }

    /// The container that suffers: the one that is named, or the first.
    String container(ObjectNode pod) {
        var first = pod.at("/spec/containers/0/name").asText();
        return says.path("container").asText(first);
    }

    String message() {
        return says.path("message").asText("");
    }

    /// Brings it over a pod that was running.
    ///
    /// @param started when the pod's containers first started
    void strike(ObjectNode pod, Instant started, Instant now) {
        var state = PodState.of(pod);
        var container = container(pod);
        var last = now.minus(ago());
        switch (kind()) {
            case "crash-loop" ->
                state.running(started).crashed(container, restarts(), reason(), exitCode(), last.minus(ran()), last);
            case "image-pull" -> state.waitingFor(container, "ImagePullBackOff", message(), started);
            case "config-error" -> state.waitingFor(container, "CreateContainerConfigError", message(), started);
            case "oom-killed", "restarts" ->
                state.running(started).restarted(container, restarts(), reason(), exitCode(), last.minus(ran()), last);
            case "unready" -> state.unready(started);
            case "init" -> state.stuckInInit(started);
            case "creating" -> state.creating(started);
            case "evicted" -> state.evicted(message(), last);
            case "terminating" -> {
                var metadata = Meta.of(pod);
                metadata.put("deletionTimestamp", Meta.time(last)).put("deletionGracePeriodSeconds", 30);
                metadata.putArray("finalizers").add(says.path("finalizer").asText());
                state.running(started);
            }
            default -> throw new IllegalArgumentException("unknown trouble: " + kind());
        }
    }
}
