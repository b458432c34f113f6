package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.patch.FieldManagers;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Instant;
import java.util.Set;

/// Signs everything that was loaded: who wrote the specification, and who the status.
final class Signatures {
    private static final Set<String> NOT_STATUS = Set.of(
            "metadata",
            "spec",
            "data",
            "type",
            "rules",
            "roleRef",
            "subjects",
            "subsets",
            "provisioner",
            "parameters",
            "value",
            "description",
            "revision");
    private static final Set<String> STATUS = Set.of("status");

    private Signatures() {}

    static void sign(ObjectStore store, Kinds kinds, Instant now) {
        for (var kind : kinds.all()) {
            if (kind.kind().equals("Event") || !kind.supports("watch")) {
                continue;
            }
            for (var object : store.list(kind).objects()) {
                store.update(kind, Meta.namespace(object), Meta.name(object), each -> {
                    var created = Meta.created(each);
                    var at = created == null ? now : created;
                    FieldManagers.owns(each, author(each), "Update", NOT_STATUS, at);
                    FieldManagers.owns(each, reporter(each), "Update", STATUS, at);
                    return each;
                });
            }
        }
    }

    private static String author(ObjectNode object) {
        var kind = object.path("kind").asText();
        boolean made = !Meta.controller(object).isEmpty() || kind.equals("Endpoints") || kind.equals("ServiceAccount");
        if (kind.equals("Node")
                || object.at("/metadata/ownerReferences/0/kind").asText().equals("Node")) {
            return "kubelet";
        }
        if (made) {
            return "kube-controller-manager";
        }
        return Meta.labels(object).path("app.kubernetes.io/managed-by").asText().equals("Helm")
                ? "helm"
                : "kubectl-create";
    }

    private static String reporter(ObjectNode object) {
        return switch (object.path("kind").asText()) {
            case "Pod", "Node" -> "kubelet";
            case "Ingress" -> "nginx-ingress-controller";
            case "Promotion" -> "promotion-operator";
            default -> "kube-controller-manager";
        };
    }
}
