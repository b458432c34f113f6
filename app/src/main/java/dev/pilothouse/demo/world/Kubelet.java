package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings new pods to life step by step: a node, images, running, ready.
final class Kubelet {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Placement placement;
    private final Steps steps;
    private final EventRecorder events;
    private final Names names;
    private final Clock clock;

    Kubelet(
            ObjectStore store,
            Kinds kinds,
            Placement placement,
            Steps steps,
            EventRecorder events,
            Names names,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.placement = placement;
        this.steps = steps;
        this.events = events;
        this.names = names;
        this.clock = clock;
    }

    /// Takes care of a pod that has just been created.
    void start(ObjectNode pod) {
        if (pod.at("/status/phase").asText().equals("Pending")
                && pod.at("/status/conditions").isEmpty()) {
            steps.later(Duration.ofMillis(400), () -> schedule(pod));
        }
    }

    private void schedule(ObjectNode pod) {
        var pinned = pod.at("/spec/nodeName").asText();
        var spot = fits(pod)
                ? pinned.isEmpty() ? placement.anywhere(pod.path("spec"), Meta.controller(pod)) : onNode(pinned)
                : null;
        if (spot == null) {
            var why = "0/" + placement.nodes().size() + " nodes are available: no node takes this pod.";
            change(pod, now -> PodState.of(now).unschedulable(why, clock.instant()));
            events.warning(pod, "default-scheduler", "FailedScheduling", why);
            return;
        }
        change(pod, now -> PodState.of(now).scheduled(spot, clock.instant()).creating(clock.instant()));
        events.normal(
                pod,
                "default-scheduler",
                "Scheduled",
                "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to " + spot.node());
        steps.later(Duration.ofMillis(2500 + names.below(5000)), () -> run(pod));
    }

    // Only what no node could ever hold is refused; the demo keeps no account of what is left on each.
    private static boolean fits(ObjectNode pod) {
        for (var container : pod.at("/spec/containers")) {
            var requests = container.path("resources").path("requests");
            if (requests.has("nvidia.com/gpu") || Quantities.millis(requests.path("cpu")) > 8000) {
                return false;
            }
        }
        return true;
    }

    private Placement.@Nullable Spot onNode(String name) {
        return placement.nodes().stream().anyMatch(node -> Meta.name(node).equals(name)) ? placement.on(name) : null;
    }

    private void run(ObjectNode pod) {
        var image = pod.at("/spec/containers/0/image").asText();
        boolean job = pod.at("/metadata/ownerReferences/0/kind").asText().equals("Job");
        change(pod, now -> PodState.of(now).running(clock.instant()));
        events.normal(pod, "kubelet", "Pulled", "Container image \"" + image + "\" already present on machine");
        for (var container : pod.at("/spec/containers")) {
            events.normal(
                    pod,
                    "kubelet",
                    "Started",
                    "Started container " + container.path("name").asText());
        }
        if (job && steps.alive()) {
            var started = clock.instant();
            steps.later(
                    Duration.ofSeconds(20 + names.below(40)),
                    () -> change(pod, now -> PodState.of(now).ended(true, started, clock.instant())));
        }
    }

    private void change(ObjectNode pod, Consumer<ObjectNode> change) {
        var there = store.find(kinds.named("Pod"), Meta.namespace(pod), Meta.name(pod));
        if (there != null && Meta.uid(there).equals(Meta.uid(pod)) && !Meta.terminating(there)) {
            store.update(kinds.named("Pod"), Meta.namespace(pod), Meta.name(pod), now -> {
                change.accept(now);
                return now;
            });
        }
    }
}
