package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.StatusException;

/// The `scale` subresource: a workload reduced to how many replicas it wants and has.
final class Scales {

    private Scales() {}

    static ObjectNode of(ObjectNode workload) {
        var scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        var from = workload.path("metadata");
        var metadata = Meta.of(scale);
        for (var field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            metadata.set(field, from.path(field));
        }
        scale.putObject("spec").put("replicas", workload.at("/spec/replicas").asInt());
        scale.putObject("status")
                .put("replicas", workload.at("/status/replicas").asInt())
                .put("selector", LabelSelector.of(workload.at("/spec/selector")).text());
        return scale;
    }

    /// The workload with the replicas of a scale.
    static ObjectNode apply(ObjectNode scale, ObjectNode workload) {
        var replicas = scale.at("/spec/replicas");
        if (!replicas.isInt() || replicas.asInt() < 0) {
            throw new StatusException(
                    422,
                    "Invalid",
                    "Scale \"" + Meta.name(workload) + "\" is invalid: spec.replicas: must be 0 or more");
        }
        workload.withObject("/spec").put("replicas", replicas.asInt());
        return workload;
    }
}
