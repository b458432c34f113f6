package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.ResourceKind;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The few rules that an editor meets most: names, replicas, images, selectors, and what may not change.
final class Validation {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final Set<String> SELECTING = Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");

    private Validation() {}

    /// Refuses an object that breaks a rule.
    ///
    /// @param before the object that it replaces, or null for a new one
    static void check(ResourceKind kind, ObjectNode object, @Nullable ObjectNode before) {
        var name = Meta.name(object);
        boolean free = kind.gvr().group().equals("rbac.authorization.k8s.io")
                || kind.kind().equals("Event");
        if (!free && (!NAME.matcher(name).matches() || name.length() > 253)) {
            throw invalid(
                    kind,
                    object,
                    "metadata.name",
                    "FieldValueInvalid",
                    "Invalid value: \"" + name
                            + "\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.'");
        }
        var replicas = object.at("/spec/replicas");
        if (!replicas.isMissingNode() && (!replicas.isInt() || replicas.asInt() < 0)) {
            throw invalid(
                    kind,
                    object,
                    "spec.replicas",
                    "FieldValueInvalid",
                    "Invalid value: " + replicas + ": must be greater than or equal to 0");
        }
        if (SELECTING.contains(kind.kind())) {
            selector(kind, object, before);
        }
        containers(kind, object, "spec", object.path("spec"));
        containers(kind, object, "spec.template.spec", object.at("/spec/template/spec"));
        if (before != null && kind.kind().equals("Pod")) {
            pod(kind, object, before);
        }
    }

    private static void selector(ResourceKind kind, ObjectNode object, @Nullable ObjectNode before) {
        var selector = object.at("/spec/selector");
        if (selector.isEmpty() || !LabelSelector.of(selector).matches(object.at("/spec/template/metadata/labels"))) {
            throw invalid(
                    kind,
                    object,
                    "spec.template.metadata.labels",
                    "FieldValueInvalid",
                    "Invalid value: `selector` does not match template `labels`");
        }
        if (before != null && !before.at("/spec/selector").equals(selector)) {
            throw invalid(
                    kind,
                    object,
                    "spec.selector",
                    "FieldValueInvalid",
                    "Invalid value: " + selector + ": field is immutable");
        }
    }

    private static void containers(ResourceKind kind, ObjectNode object, String path, JsonNode spec) {
        int index = 0;
        for (var container : spec.path("containers")) {
            if (container.path("image").asText().isBlank()) {
                throw invalid(
                        kind,
                        object,
                        path + ".containers[" + index + "].image",
                        "FieldValueRequired",
                        "Required value");
            }
            index++;
        }
    }

    // Of a pod that exists, only images and a few other fields may change.
    private static void pod(ResourceKind kind, ObjectNode object, ObjectNode before) {
        var is = object.path("spec").deepCopy();
        var was = before.path("spec").deepCopy();
        for (var spec : new JsonNode[] {is, was}) {
            ((ObjectNode) spec)
                    .remove(Set.of(
                            "tolerations", "activeDeadlineSeconds", "terminationGracePeriodSeconds", "nodeName"));
            for (var list : new String[] {"containers", "initContainers"}) {
                spec.path(list).forEach(container -> ((ObjectNode) container).remove("image"));
            }
        }
        if (!is.equals(was)) {
            throw invalid(
                    kind,
                    object,
                    "spec",
                    "FieldValueForbidden",
                    "Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds`");
        }
    }

    /// 422 for an option of a request.
    ///
    /// @param options such as `PatchOptions`
    static StatusException option(String options, String field, String why) {
        return new StatusException(422, "Invalid", options + ".meta.k8s.io \"\" is invalid: " + field + ": " + why)
                .cause("FieldValueInvalid", why, field);
    }

    static StatusException invalid(ResourceKind kind, JsonNode object, String field, String reason, String why) {
        return StatusException.invalid(kind.gvr(), kind.kind(), Meta.name(object), field, reason, why);
    }
}
