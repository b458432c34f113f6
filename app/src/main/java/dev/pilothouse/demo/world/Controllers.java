package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Change;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reacts to every change as the controllers do: workloads get the pods they want, statuses and endpoints follow.
final class Controllers {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job");
    private static final Duration REACTION = Duration.ofMillis(150);

    private final ObjectStore store;
    private final Kinds kinds;
    private final Workloads workloads;
    private final Derived derived;
    private final Rollouts rollouts;
    private final Kubelet kubelet;
    private final Placement placement;
    private final Steps steps;
    private final Clock clock;
    private final Set<String> due = ConcurrentHashMap.newKeySet();

    Controllers(
            ObjectStore store,
            Kinds kinds,
            Workloads workloads,
            Derived derived,
            Rollouts rollouts,
            Kubelet kubelet,
            Placement placement,
            Steps steps,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.workloads = workloads;
        this.derived = derived;
        this.rollouts = rollouts;
        this.kubelet = kubelet;
        this.placement = placement;
        this.steps = steps;
        this.clock = clock;
    }

    void changed(Change change) {
        var kind = change.kind().kind();
        var object = change.object();
        if (kind.equals("CustomResourceDefinition")) {
            definition(change);
        } else if (kind.equals("Pod")) {
            if (change.type() == Change.Type.ADDED) {
                kubelet.start(object);
            }
            owner(object);
            if (change.type() == Change.Type.DELETED) {
                rollouts.takeWaiting().forEach(waiting -> reconcile(waiting.kind(), waiting.workload()));
            }
            soon("derived " + Meta.namespace(object), () -> derived.refresh(Meta.namespace(object), clock.instant()));
        } else if ((kind.equals("Service") || kind.equals("PodDisruptionBudget"))
                && specChanged(change)
                && change.type() != Change.Type.DELETED) {
            soon("derived " + Meta.namespace(object), () -> derived.refresh(Meta.namespace(object), clock.instant()));
        } else if (WORKLOADS.contains(kind) && change.type() != Change.Type.DELETED && specChanged(change)) {
            reconcile(kind, object);
        }
    }

    private static boolean specChanged(Change change) {
        return change.before() == null
                || !change.before().path("spec").equals(change.object().path("spec"));
    }

    private void definition(Change change) {
        if (change.type() == Change.Type.DELETED) {
            kinds.forget(change.object());
        } else if (specChanged(change)) {
            kinds.define(change.object());
        }
    }

    private void owner(ObjectNode object) {
        var reference = object.at("/metadata/ownerReferences/0");
        var kind = reference.path("kind").asText();
        if (WORKLOADS.contains(kind)) {
            var owner = store.find(
                    kinds.named(kind),
                    Meta.namespace(object),
                    reference.path("name").asText());
            if (owner != null) {
                reconcile(kind, owner);
            }
        }
    }

    private void reconcile(String kind, ObjectNode workload) {
        soon(Meta.uid(workload), () -> {
            var now = store.find(kinds.named(kind), Meta.namespace(workload), Meta.name(workload));
            if (now == null || Meta.terminating(now)) {
                return;
            }
            rollouts.reconcile(kind, now);
            workloads.refresh(
                    kinds.named(kind), now, clock.instant(), placement.nodes().size());
            owner(now);
        });
    }

    private void soon(String key, Runnable step) {
        if (due.add(key)) {
            steps.later(REACTION, () -> {
                due.remove(key);
                step.run();
            });
        }
    }
}
