package dev.pilothouse.insight.overview;

import dev.pilothouse.insight.overview.Overview.Fact;
import dev.pilothouse.resource.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The few facts that matter for a kind.
final class Facts {
    private final KubeObject object;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(KubeObject object) {
        this.object = object;
    }

    static List<Fact> of(KubeObject object) {
        Facts facts = new Facts(object);
        facts.always();
        switch (object.kind()) {
            case "Pod" -> facts.pod();
            case "Node" -> facts.node();
            case "Service" -> facts.service();
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet" -> facts.workload();
            case "Job" -> facts.job();
            case "CronJob" -> facts.cronJob();
            case "Event" -> facts.event();
            case "PersistentVolumeClaim", "PersistentVolume" -> facts.volume();
            default -> facts.add("phase", "status", "phase");
        }
        return List.copyOf(facts.facts);
    }

    private void always() {
        add("namespace", "metadata", "namespace");
        time("created", "metadata", "creationTimestamp");
        time("deleted", "metadata", "deletionTimestamp");
        value("finalizers", String.join(", ", object.strings("metadata", "finalizers")));
        each(
                "controlledBy",
                owner -> owner.string("controller").equals("true")
                        ? owner.string("kind") + "/" + owner.string("name")
                        : "",
                "metadata",
                "ownerReferences");
    }

    private void pod() {
        add("phase", "status", "phase");
        add("reason", "status", "reason");
        add("message", "status", "message");
        add("node", "spec", "nodeName");
        add("podIp", "status", "podIP");
        add("serviceAccount", "spec", "serviceAccountName");
        add("qosClass", "status", "qosClass");
        add("priorityClass", "spec", "priorityClassName");
        time("started", "status", "startTime");
    }

    private void node() {
        add("kubeletVersion", "status", "nodeInfo", "kubeletVersion");
        add("osImage", "status", "nodeInfo", "osImage");
        add("architecture", "status", "nodeInfo", "architecture");
        add("containerRuntime", "status", "nodeInfo", "containerRuntimeVersion");
        each("addresses", address -> address.string("address"), "status", "addresses");
        each("taints", taint -> taint.string("key") + ":" + taint.string("effect"), "spec", "taints");
        if (object.string("spec", "unschedulable").equals("true")) value("unschedulable", "true");
        add("allocatableCpu", "status", "allocatable", "cpu");
        add("allocatableMemory", "status", "allocatable", "memory");
        add("allocatablePods", "status", "allocatable", "pods");
    }

    private void service() {
        add("type", "spec", "type");
        add("clusterIp", "spec", "clusterIP");
        add("externalName", "spec", "externalName");
        each(
                "ports",
                port -> port.string("port") + "/" + port.string("protocol") + " → " + port.string("targetPort"),
                "spec",
                "ports");
        value("selector", pairs(object.map("spec", "selector")));
    }

    private void workload() {
        add("replicas", "spec", "replicas");
        add("desired", "status", "desiredNumberScheduled");
        add("ready", "status", "readyReplicas");
        add("ready", "status", "numberReady");
        add("updated", "status", "updatedReplicas");
        add("updated", "status", "updatedNumberScheduled");
        add("available", "status", "availableReplicas");
        add("available", "status", "numberAvailable");
        add("strategy", "spec", "strategy", "type");
        add("strategy", "spec", "updateStrategy", "type");
        value("selector", pairs(object.map("spec", "selector", "matchLabels")));
    }

    private void job() {
        add("completions", "spec", "completions");
        add("parallelism", "spec", "parallelism");
        add("active", "status", "active");
        add("succeeded", "status", "succeeded");
        add("failed", "status", "failed");
        time("started", "status", "startTime");
        time("finished", "status", "completionTime");
    }

    private void cronJob() {
        add("schedule", "spec", "schedule");
        add("timeZone", "spec", "timeZone");
        add("suspended", "spec", "suspend");
        add("concurrency", "spec", "concurrencyPolicy");
        time("lastRun", "status", "lastScheduleTime");
        time("lastSuccess", "status", "lastSuccessfulTime");
    }

    private void event() {
        add("type", "type");
        add("reason", "reason");
        value("object", object.string("involvedObject", "kind") + "/" + object.string("involvedObject", "name"));
        add("message", "message");
        add("count", "count");
        time("lastSeen", "lastTimestamp");
    }

    private void volume() {
        add("phase", "status", "phase");
        add("capacity", "status", "capacity", "storage");
        add("capacity", "spec", "capacity", "storage");
        add("storageClass", "spec", "storageClassName");
        add("volume", "spec", "volumeName");
        value("accessModes", String.join(", ", object.strings("spec", "accessModes")));
        add("reclaimPolicy", "spec", "persistentVolumeReclaimPolicy");
        add("claim", "spec", "claimRef", "name");
    }

    private static String pairs(Map<String, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Objects.toString(entry.getValue(), ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void add(String label, String... path) {
        value(label, object.string(path));
    }

    /// What `said` makes of each object of a list; one that it makes nothing of is left out.
    private void each(String label, Function<KubeObject, String> said, String... path) {
        value(
                label,
                object.objects(path).stream()
                        .map(said)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private void value(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact("inspector.fact." + label, value, null));
    }

    private void time(String label, String... path) {
        var time = Overview.time(object.string(path));
        if (time != null) facts.add(new Fact("inspector.fact." + label, "", time));
    }
}
