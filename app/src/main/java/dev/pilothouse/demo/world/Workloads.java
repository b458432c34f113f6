package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.resource.ResourceKind;
import java.time.Instant;
import java.util.List;

/// What loading and controllers both need: who owns what, replica sets of a template, statuses brought up to date.
final class Workloads {
    static final String REVISION = "deployment.kubernetes.io/revision";

    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;

    Workloads(ObjectStore store, Kinds kinds, Names names) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
    }

    /// The objects of a kind that this owner controls.
    List<ObjectNode> owned(ObjectNode owner, String kind) {
        var uid = Meta.uid(owner);
        return store.list(kinds.named(kind)).objects().stream()
                .filter(object -> Meta.controller(object).equals(uid))
                .toList();
    }

    /// The name that a deployment's replica set has for a template.
    static String replicaSetName(ObjectNode deployment, JsonNode template) {
        return Meta.name(deployment) + "-" + Names.hash(template.toString());
    }

    /// Stores a replica set for one template of a deployment.
    ObjectNode createReplicaSet(ObjectNode deployment, JsonNode template, int replicas, int revision, Instant created) {
        var set = JsonNodeFactory.instance.objectNode();
        set.put("kind", "ReplicaSet").put("apiVersion", "apps/v1");
        var name = replicaSetName(deployment, template);
        var hash = name.substring(name.lastIndexOf('-') + 1);
        var metadata = Meta.of(set).put("name", name).put("namespace", Meta.namespace(deployment));
        metadata.put("uid", names.uid())
                .put("creationTimestamp", Meta.time(created))
                .put("generation", 1);
        var labels = metadata.putObject("labels");
        labels.setAll((ObjectNode) template.at("/metadata/labels"));
        labels.put("pod-template-hash", hash);
        metadata.putObject("annotations")
                .put(REVISION, Integer.toString(revision))
                .put(
                        "deployment.kubernetes.io/desired-replicas",
                        deployment.at("/spec/replicas").asText());
        Meta.ownedBy(set, deployment);
        var spec = set.putObject("spec").put("replicas", replicas);
        spec.set("selector", deployment.at("/spec/selector").deepCopy());
        spec.withObject("/selector").withObject("/matchLabels").put("pod-template-hash", hash);
        spec.set("template", template.deepCopy());
        ((ObjectNode) spec.at("/template/metadata/labels")).put("pod-template-hash", hash);
        WorkloadStatus.replicaSet(set, List.of());
        return store.create(kinds.named("ReplicaSet"), set);
    }

    /// Brings the status of a workload up to date with its pods.
    ///
    /// @param nodes how many nodes a daemon set should be on
    void refresh(ResourceKind kind, ObjectNode workload, Instant now, int nodes) {
        var pods = owned(workload, "Pod");
        store.update(kind, Meta.namespace(workload), Meta.name(workload), object -> {
            switch (kind.kind()) {
                case "ReplicaSet" -> WorkloadStatus.replicaSet(object, pods);
                case "StatefulSet" -> WorkloadStatus.statefulSet(object, pods);
                case "DaemonSet" -> WorkloadStatus.daemonSet(object, pods, nodes);
                case "Job" -> WorkloadStatus.job(object, pods, now);
                case "Deployment" -> {
                    var current = replicaSetName(object, object.at("/spec/template"));
                    var sets = owned(object, "ReplicaSet");
                    var all = sets.stream()
                            .flatMap(set -> owned(set, "Pod").stream())
                            .toList();
                    var updated = sets.stream()
                            .filter(set -> Meta.name(set).equals(current))
                            .flatMap(set -> owned(set, "Pod").stream())
                            .toList();
                    WorkloadStatus.deployment(object, all, updated, now);
                }
                default -> {}
            }
            return object;
        });
    }

    /// The ready addresses behind a service, as its endpoints.
    ObjectNode endpoints(ObjectNode service, List<ObjectNode> pods) {
        var endpoints = JsonNodeFactory.instance.objectNode();
        endpoints.put("kind", "Endpoints").put("apiVersion", "v1");
        Meta.of(endpoints).put("name", Meta.name(service)).put("namespace", Meta.namespace(service));
        Meta.of(endpoints)
                .put(
                        "creationTimestamp",
                        service.at("/metadata/creationTimestamp").asText());
        var selector = LabelSelector.of(service.at("/spec/selector"));
        var matching = pods.stream()
                .filter(pod -> Meta.namespace(pod).equals(Meta.namespace(service)) && selector.test(pod))
                .filter(WorkloadStatus::active)
                .filter(pod -> !pod.at("/status/podIP").asText().isEmpty())
                .toList();
        if (matching.isEmpty()) {
            return endpoints;
        }
        var subset = endpoints.putArray("subsets").addObject();
        for (var pod : matching) {
            var address = subset.withArray(WorkloadStatus.ready(pod) ? "/addresses" : "/notReadyAddresses")
                    .addObject();
            address.put("ip", pod.at("/status/podIP").asText());
            address.put("nodeName", pod.at("/spec/nodeName").asText());
            address.putObject("targetRef")
                    .put("kind", "Pod")
                    .put("namespace", Meta.namespace(pod))
                    .put("name", Meta.name(pod))
                    .put("uid", Meta.uid(pod));
        }
        for (var port : service.at("/spec/ports")) {
            var one = subset.withArray("/ports").addObject();
            if (port.has("name")) {
                one.put("name", port.path("name").asText());
            }
            one.put("port", number(port.path("targetPort"), matching.getFirst()));
            one.put("protocol", port.path("protocol").asText());
        }
        return endpoints;
    }

    private static int number(JsonNode targetPort, ObjectNode pod) {
        if (targetPort.isNumber()) {
            return targetPort.asInt();
        }
        for (var container : pod.at("/spec/containers")) {
            for (var port : container.path("ports")) {
                if (port.path("name").equals(targetPort)) {
                    return port.path("containerPort").asInt();
                }
            }
        }
        return 0;
    }
}
