package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Gives workloads the pods they want: scales, replaces what is gone, and rolls a new template out bit by bit.
final class Rollouts {
    /// What this process can be asked to hold: a workload that wants more waits for room, as one does on full nodes.
    static final int MOST_PODS = 1_000;

    private final ObjectStore store;
    private final Kinds kinds;
    private final Workloads workloads;
    private final PodFactory factory;
    private final Deletion deletion;
    private final Placement placement;
    private final EventRecorder events;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>(); // by uid

    Rollouts(
            ObjectStore store,
            Kinds kinds,
            Workloads workloads,
            PodFactory factory,
            Deletion deletion,
            Placement placement,
            EventRecorder events,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.workloads = workloads;
        this.factory = factory;
        this.deletion = deletion;
        this.placement = placement;
        this.events = events;
        this.clock = clock;
    }

    /// A workload that got fewer pods than it wants, as there is no room for more.
    record Waiting(String kind, ObjectNode workload) {}

    /// The workloads that waited for room, to be reconciled now that there is some; they wait no more.
    List<Waiting> takeWaiting() {
        if (waiting.isEmpty() || room() == 0) {
            return List.of();
        }
        var taken = List.copyOf(waiting.values());
        waiting.values().removeAll(taken);
        return taken;
    }

    void reconcile(String kind, ObjectNode workload) {
        switch (kind) {
            case "Deployment" -> deployment(workload);
            case "ReplicaSet" -> replicas(workload, Meta.name(workload) + "-");
            case "StatefulSet" -> statefulSet(workload);
            case "DaemonSet" -> daemonSet(workload);
            case "Job" -> job(workload);
            default -> {}
        }
    }

    private void deployment(ObjectNode deployment) {
        var sets = workloads.owned(deployment, "ReplicaSet");
        var name = Workloads.replicaSetName(deployment, deployment.at("/spec/template"));
        var current = sets.stream()
                .filter(set -> Meta.name(set).equals(name))
                .findFirst()
                .orElse(null);
        int wanted = deployment.at("/spec/replicas").asInt();
        var old = sets.stream()
                .filter(set ->
                        !Meta.name(set).equals(name) && set.at("/spec/replicas").asInt() > 0)
                .toList();
        int newest = sets.stream().mapToInt(Rollouts::revision).max().orElse(0);
        if (current == null || revision(current) < newest) {
            current = newRevision(deployment, current, newest + 1, old.isEmpty() ? wanted : 0);
            events.normal(deployment, "deployment-controller", "ScalingReplicaSet", "Scaled up replica set " + name);
        }
        if (old.isEmpty()) {
            scale(current, wanted);
            return;
        }
        int surge = Math.max(1, wanted / 4);
        boolean recreate = deployment.at("/spec/strategy/type").asText().equals("Recreate");
        int oldTotal =
                old.stream().mapToInt(set -> set.at("/spec/replicas").asInt()).sum();
        int fresh = current.at("/spec/replicas").asInt();
        int ready = ready(current) + old.stream().mapToInt(this::ready).sum();
        if (recreate) {
            old.forEach(set -> scale(set, 0));
            return;
        }
        if (fresh < wanted && fresh + oldTotal < wanted + surge) {
            scale(current, Math.min(wanted, wanted + surge - oldTotal));
        } else if (fresh > wanted) {
            scale(current, wanted);
        }
        if (ready > wanted - Math.max(0, wanted / 4)
                && (ready(current) > 0 || wanted == 0)
                && fresh + oldTotal > wanted) {
            var victim = old.getFirst();
            scale(victim, victim.at("/spec/replicas").asInt() - 1);
        }
    }

    private static int revision(ObjectNode set) {
        return set.path("metadata").path("annotations").path(Workloads.REVISION).asInt();
    }

    private ObjectNode newRevision(ObjectNode deployment, @Nullable ObjectNode known, int revision, int replicas) {
        store.update(kinds.named("Deployment"), Meta.namespace(deployment), Meta.name(deployment), object -> {
            Meta.of(object).withObject("/annotations").put(Workloads.REVISION, Integer.toString(revision));
            return object;
        });
        if (known == null) {
            return workloads.createReplicaSet(
                    deployment, deployment.at("/spec/template"), replicas, revision, clock.instant());
        }
        return store.update(kinds.named("ReplicaSet"), Meta.namespace(known), Meta.name(known), set -> {
            Meta.of(set).withObject("/annotations").put(Workloads.REVISION, Integer.toString(revision));
            return set;
        });
    }

    private int ready(ObjectNode set) {
        return (int) workloads.owned(set, "Pod").stream()
                .filter(WorkloadStatus::ready)
                .count();
    }

    private void scale(ObjectNode set, int replicas) {
        if (set.at("/spec/replicas").asInt() != replicas) {
            store.update(kinds.named("ReplicaSet"), Meta.namespace(set), Meta.name(set), object -> {
                object.withObject("/spec").put("replicas", Math.max(0, replicas));
                Meta.of(object)
                        .put("generation", object.at("/metadata/generation").asLong(1) + 1);
                return object;
            });
        }
    }

    private void replicas(ObjectNode set, String prefix) {
        var pods = active(set);
        int wanted = set.at("/spec/replicas").asInt();
        for (int missing = room("ReplicaSet", set, wanted - pods.size()); missing > 0; missing--) {
            var pod = create(factory.pod(set, prefix, clock.instant()));
            events.normal(set, "replicaset-controller", "SuccessfulCreate", "Created pod: " + Meta.name(pod));
        }
        pods.stream()
                .sorted(Comparator.comparing(WorkloadStatus::ready)
                        .thenComparing(
                                pod -> pod.at("/metadata/creationTimestamp").asText(), Comparator.reverseOrder()))
                .limit(Math.max(0, pods.size() - wanted))
                .forEach(pod -> {
                    events.normal(set, "replicaset-controller", "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
                    deletion.pod(pod, -1);
                });
    }

    // One pod at a time: the first that is missing is made, the last that is too many or outdated goes.
    private void statefulSet(ObjectNode set) {
        var pods = workloads.owned(set, "Pod");
        int wanted = set.at("/spec/replicas").asInt();
        var revision = PodFactory.revision(set);
        if (pods.stream().anyMatch(Meta::terminating)) {
            return;
        }
        for (int i = 0; i < wanted; i++) {
            var name = Meta.name(set) + "-" + i;
            var pod = pods.stream()
                    .filter(each -> Meta.name(each).equals(name))
                    .findFirst()
                    .orElse(null);
            if (pod == null && room("StatefulSet", set, 1) == 0) {
                return;
            }
            if (pod == null) {
                create(factory.pod(set, name, clock.instant()));
                events.normal(
                        set,
                        "statefulset-controller",
                        "SuccessfulCreate",
                        "create Pod " + name + " in StatefulSet " + Meta.name(set) + " successful");
                return;
            }
        }
        for (int i = pods.size() - 1; i >= 0; i--) {
            var pod = pods.get(i);
            int index = ordinal(Meta.name(pod));
            boolean outdated =
                    !Meta.labels(pod).path("controller-revision-hash").asText().equals(revision);
            if (index >= wanted || (outdated && pods.stream().allMatch(WorkloadStatus::ready))) {
                deletion.pod(pod, -1);
                return;
            }
        }
    }

    // A pod that was given another name by hand belongs to no place, and goes like one that is too many.
    private static int ordinal(String pod) {
        var digits = pod.substring(pod.lastIndexOf('-') + 1);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    // How many of the pods that a workload lacks it may have now. It waits for the others.
    private int room(String kind, ObjectNode workload, long missing) {
        waiting.put(Meta.uid(workload), new Waiting(kind, workload)); // first, lest it miss a pod that goes just now
        int room = room();
        if (missing <= room) {
            waiting.remove(Meta.uid(workload));
        }
        return Math.clamp(missing, 0, room);
    }

    private int room() {
        return Math.max(0, MOST_PODS - store.list(kinds.named("Pod")).objects().size());
    }

    private void daemonSet(ObjectNode set) {
        var pods = active(set);
        var revision = PodFactory.revision(set).replaceFirst(".*-", "");
        var without = placement.nodes().stream()
                .filter(node -> pods.stream()
                        .noneMatch(pod -> pod.at("/spec/nodeName").asText().equals(Meta.name(node))))
                .toList();
        for (var node : without.subList(0, room("DaemonSet", set, without.size()))) {
            var pod = factory.pod(set, Meta.name(set) + "-", clock.instant());
            pod.withObject("/spec").put("nodeName", Meta.name(node));
            create(pod);
        }
        pods.stream()
                .filter(pod -> !Meta.labels(pod)
                        .path("controller-revision-hash")
                        .asText()
                        .equals(revision))
                .filter(pod -> pods.stream().allMatch(WorkloadStatus::ready))
                .limit(1)
                .forEach(pod -> deletion.pod(pod, -1));
    }

    private void job(ObjectNode job) {
        if (WorkloadStatus.finished(job) || job.at("/spec/suspend").asBoolean()) {
            return;
        }
        var pods = workloads.owned(job, "Pod");
        long succeeded = pods.stream()
                .filter(pod -> pod.at("/status/phase").asText().equals("Succeeded"))
                .count();
        long failed = pods.stream()
                .filter(pod -> pod.at("/status/phase").asText().equals("Failed"))
                .count();
        long running = pods.size() - succeeded - failed;
        long wanted = Math.min(
                job.at("/spec/parallelism").asInt(1),
                job.at("/spec/completions").asInt(1) - succeeded);
        if (failed <= job.at("/spec/backoffLimit").asInt(6)) {
            for (int missing = room("Job", job, wanted - running); missing > 0; missing--) {
                create(factory.pod(job, Meta.name(job) + "-", clock.instant()));
            }
        }
    }

    private List<ObjectNode> active(ObjectNode owner) {
        return workloads.owned(owner, "Pod").stream()
                .filter(WorkloadStatus::active)
                .toList();
    }

    private ObjectNode create(ObjectNode pod) {
        PodState.of(pod);
        return store.create(kinds.named("Pod"), pod);
    }
}
