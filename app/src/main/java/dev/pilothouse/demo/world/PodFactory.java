package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import java.time.Instant;

/// Makes pods from templates, as the controllers and admission do: owner, labels, service account and its token.
final class PodFactory {
    private final Names names;

    PodFactory(Names names) {
        this.names = names;
    }

    /// A pod of a workload, on no node yet.
    ///
    /// @param owner the replica set, stateful set, daemon set or job
    /// @param name the whole name, or a prefix that ends in `-`
    ObjectNode pod(ObjectNode owner, String name, Instant created) {
        var template = owner.path("spec").path("template");
        var pod = JsonNodeFactory.instance.objectNode();
        pod.put("kind", "Pod").put("apiVersion", "v1");
        var metadata = Meta.of(pod);
        boolean generated = name.endsWith("-");
        metadata.put("name", generated ? name + names.suffix() : name);
        if (generated) {
            metadata.put("generateName", name);
        }
        metadata.put("namespace", Meta.namespace(owner)).put("uid", names.uid());
        metadata.put("creationTimestamp", Meta.time(created));
        var from = template.path("metadata");
        metadata.set("labels", labels(owner, metadata.path("name").asText(), from.path("labels")));
        if (from.has("annotations")) {
            metadata.set("annotations", from.path("annotations").deepCopy());
        }
        Meta.ownedBy(pod, owner);
        pod.set("spec", template.path("spec").deepCopy());
        admit(pod);
        return pod;
    }

    private static ObjectNode labels(ObjectNode owner, String name, JsonNode template) {
        var labels = template.isObject() ? (ObjectNode) template.deepCopy() : JsonNodeFactory.instance.objectNode();
        switch (owner.path("kind").asText()) {
            case "StatefulSet" -> {
                labels.put("apps.kubernetes.io/pod-index", name.substring(name.lastIndexOf('-') + 1));
                labels.put("statefulset.kubernetes.io/pod-name", name);
                labels.put("controller-revision-hash", revision(owner));
            }
            case "DaemonSet" ->
                labels.put("controller-revision-hash", revision(owner).replaceFirst(".*-", ""));
            case "Job" -> {
                labels.put("batch.kubernetes.io/controller-uid", Meta.uid(owner));
                labels.put("batch.kubernetes.io/job-name", Meta.name(owner));
                labels.put("job-name", Meta.name(owner));
            }
            default -> {}
        }
        return labels;
    }

    /// The name of the controller revision that belongs to a workload's template now.
    static String revision(ObjectNode owner) {
        return Meta.name(owner) + "-"
                + Names.hash(owner.path("spec").path("template").toString());
    }

    /// Fills in what admission fills in for every pod.
    void admit(ObjectNode pod) {
        var spec = pod.withObject("/spec");
        Defaults.pod(spec);
        if (!spec.has("serviceAccountName")) {
            spec.put("serviceAccountName", "default");
        }
        spec.put("serviceAccount", spec.path("serviceAccountName").asText());
        spec.put("enableServiceLinks", true)
                .put("preemptionPolicy", "PreemptLowerPriority")
                .put("priority", 0);
        for (var taint : new String[] {"not-ready", "unreachable"}) {
            spec.withArray("/tolerations")
                    .addObject()
                    .put("key", "node.kubernetes.io/" + taint)
                    .put("operator", "Exists")
                    .put("effect", "NoExecute")
                    .put("tolerationSeconds", 300);
        }
        if (spec.path("automountServiceAccountToken").asBoolean(true)) {
            token(spec);
        }
        claims(pod, spec);
    }

    private void token(ObjectNode spec) {
        var volume = "kube-api-access-" + names.suffix();
        var sources = spec.withArray("/volumes")
                .addObject()
                .put("name", volume)
                .putObject("projected")
                .put("defaultMode", 420)
                .putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", 3607)
                .put("path", "token");
        sources.addObject()
                .putObject("configMap")
                .put("name", "kube-root-ca.crt")
                .putArray("items")
                .addObject()
                .put("key", "ca.crt")
                .put("path", "ca.crt");
        for (var field : new String[] {"initContainers", "containers"}) {
            for (var container : spec.path(field)) {
                ((ObjectNode) container)
                        .withArray("/volumeMounts")
                        .addObject()
                        .put("name", volume)
                        .put("readOnly", true)
                        .put("mountPath", "/var/run/secrets/kubernetes.io/serviceaccount");
            }
        }
    }

    // A pod of a stateful set mounts the claims made from its templates: NAME-POD.
    private static void claims(ObjectNode pod, ObjectNode spec) {
        for (var container : spec.path("containers")) {
            for (var mount : container.path("volumeMounts")) {
                var name = mount.path("name").asText();
                boolean known = false;
                for (var volume : spec.path("volumes")) {
                    known |= volume.path("name").asText().equals(name);
                }
                if (!known) {
                    spec.withArray("/volumes")
                            .addObject()
                            .put("name", name)
                            .putObject("persistentVolumeClaim")
                            .put("claimName", name + "-" + Meta.name(pod));
                }
            }
        }
    }
}
