package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// A field selector: `spec.nodeName=worker-1,status.phase!=Succeeded`. Each kind knows a few fields; others are
/// refused, as by the real server.
public record FieldSelector(List<Term> terms) implements Predicate<ObjectNode> {
    private static final Set<String> EVERY_KIND = Set.of("metadata.name", "metadata.namespace");
    private static final Map<String, Set<String>> OF_KIND = Map.of(
            "Pod",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            "Event",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"),
            "Node",
            Set.of("spec.unschedulable"),
            "Namespace",
            Set.of("status.phase"),
            "Secret",
            Set.of("type"),
            "Service",
            Set.of("spec.clusterIP", "spec.type"),
            "Job",
            Set.of("status.successful"),
            "ReplicaSet",
            Set.of("status.replicas"));

    /// Copies the list.
    public FieldSelector {
        terms = List.copyOf(terms);
    }

    /// One condition; all must hold.
    record Term(String path, boolean equal, String value) {
        boolean holds(ObjectNode object) {
            var node = object.at("/" + path.replace('.', '/'));
            var text = path.equals("source")
                    ? object.path("source").path("component").asText("")
                    : node.asText("");
            return ((text.isEmpty() && value.equals("false")) || text.equals(value)) == equal;
        }
    }

    /// Reads a field selector for a kind.
    ///
    /// @throws StatusException with 400 where it is malformed or names a field that the kind does not offer
    public static FieldSelector parse(ResourceKind kind, String text) {
        var terms = new ArrayList<Term>();
        for (var part : text.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int at = part.indexOf('=');
            if (at <= 0) {
                throw StatusException.badRequest("invalid field selector: " + text);
            }
            boolean equal = part.charAt(at - 1) != '!';
            var path = part.substring(0, equal ? at : at - 1).strip();
            var value =
                    part.substring(part.startsWith("==", at) ? at + 2 : at + 1).strip();
            if (!EVERY_KIND.contains(path)
                    && !OF_KIND.getOrDefault(kind.kind(), Set.of()).contains(path)) {
                throw StatusException.badRequest(
                        "Unable to find \"" + kind.gvr().group() + "/"
                                + kind.gvr().version() + ", Resource=" + kind.plural()
                                + "\" that match label selector \"\", field selector \"" + text
                                + "\": field label not supported: " + path);
            }
            terms.add(new Term(path, equal, value));
        }
        return new FieldSelector(terms);
    }

    @Override
    public boolean test(ObjectNode object) {
        return terms.stream().allMatch(term -> term.holds(object));
    }
}
