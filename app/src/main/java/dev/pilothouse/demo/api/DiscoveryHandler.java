package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Answers what the server is and which kinds it has, in the aggregated form and in the plain one.
final class DiscoveryHandler {
    private static final Map<String, Set<String>> SUBRESOURCE_VERBS =
            Map.of("log", Set.of("get"), "eviction", Set.of("create"), "finalize", Set.of("update"));
    private static final Set<String> OBJECT_VERBS = Set.of("get", "patch", "update");

    // Clients tell from the content type, not from the body, whether they got the aggregated form.
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Kinds kinds;
    private final ObjectNode version;

    DiscoveryHandler(Kinds kinds, String gitVersion) {
        this.kinds = kinds;
        version = object();
        version.put("major", "1")
                .put("minor", gitVersion.split("\\.", -1)[1])
                .put("gitVersion", gitVersion)
                .put("gitTreeState", "clean")
                .put("platform", "linux/amd64");
    }

    /// What may be done to a subresource.
    static Set<String> verbs(String subresource) {
        return SUBRESOURCE_VERBS.getOrDefault(subresource, OBJECT_VERBS);
    }

    void version(Call call) throws IOException {
        call.answer(200, version);
    }

    /// `/api` and `/apis`.
    void groups(Call call, boolean core) throws IOException {
        var media = MediaType.accepted(call.header("Accept"));
        if (media.as().equals("APIGroupDiscoveryList")) {
            call.answer(200, AGGREGATED, call.mapper().writeValueAsBytes(aggregated(core)));
        } else if (core) {
            var body = object().put("kind", "APIVersions");
            body.putArray("versions").add("v1");
            body.putArray("serverAddressByClientCIDRs");
            call.answer(200, body);
        } else {
            var body = object().put("kind", "APIGroupList").put("apiVersion", "v1");
            var groups = body.putArray("groups");
            byGroup(false).forEach((group, versions) -> groups.add(group(group, versions)));
            call.answer(200, body);
        }
    }

    /// `/apis/GROUP`.
    void group(Call call, String name) throws IOException {
        var versions = byGroup(false).get(name);
        if (versions == null) {
            throw StatusException.noSuchPath();
        }
        call.answer(200, group(name, versions).put("kind", "APIGroup").put("apiVersion", "v1"));
    }

    /// `/api/v1` and `/apis/GROUP/VERSION`.
    void resources(Call call, String group, String version) throws IOException {
        var found = byGroup(group.isEmpty()).getOrDefault(group, Map.of()).get(version);
        if (found == null) {
            throw StatusException.noSuchPath();
        }
        var body = object().put("kind", "APIResourceList");
        body.put("apiVersion", "v1").put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        var resources = body.putArray("resources");
        for (var kind : found) {
            var one = resources.addObject().put("name", kind.plural()).put("singularName", kind.singular());
            one.put("namespaced", kind.namespaced()).put("kind", kind.kind());
            texts(one.putArray("verbs"), kind.verbs());
            optional(one, "shortNames", kind.shortNames());
            optional(one, "categories", kind.categories());
            for (var sub : new TreeSet<>(kind.subresources())) {
                var below = resources.addObject().put("name", kind.plural() + "/" + sub);
                below.put("singularName", "").put("namespaced", kind.namespaced());
                below.put("kind", kindOf(kind, sub));
                texts(below.putArray("verbs"), verbs(sub));
            }
        }
        call.answer(200, body);
    }

    private ObjectNode aggregated(boolean core) {
        var body = object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        body.putObject("metadata");
        var items = body.putArray("items");
        byGroup(core).forEach((group, versions) -> {
            var item = items.addObject();
            var metadata = item.putObject("metadata").putNull("creationTimestamp");
            if (!group.isEmpty()) {
                metadata.put("name", group);
            }
            var list = item.putArray("versions");
            versions.forEach((version, found) -> {
                var one = list.addObject().put("version", version).put("freshness", "Current");
                var resources = one.putArray("resources");
                found.forEach(kind -> aggregated(resources.addObject(), kind));
            });
        });
        return body;
    }

    private static void aggregated(ObjectNode resource, ResourceKind kind) {
        resource.put("resource", kind.plural());
        responseKind(resource, kind, kind.kind());
        resource.put("scope", kind.namespaced() ? "Namespaced" : "Cluster").put("singularResource", kind.singular());
        texts(resource.putArray("verbs"), kind.verbs());
        optional(resource, "shortNames", kind.shortNames());
        optional(resource, "categories", kind.categories());
        if (!kind.subresources().isEmpty()) {
            var list = resource.putArray("subresources");
            for (var sub : new TreeSet<>(kind.subresources())) {
                var below = list.addObject().put("subresource", sub);
                responseKind(below, kind, kindOf(kind, sub));
                texts(below.putArray("verbs"), verbs(sub));
            }
        }
    }

    private static void responseKind(ObjectNode into, ResourceKind kind, String name) {
        into.putObject("responseKind")
                .put("group", kind.gvr().group())
                .put("version", kind.gvr().version())
                .put("kind", name);
    }

    private static String kindOf(ResourceKind kind, String subresource) {
        return switch (subresource) {
            case "scale" -> "Scale";
            case "eviction" -> "Eviction";
            default -> kind.kind();
        };
    }

    private static ObjectNode group(String name, Map<String, List<ResourceKind>> versions) {
        var group = object().put("name", name);
        var list = group.putArray("versions");
        versions.keySet().forEach(version -> list.add(groupVersion(name, version)));
        group.set("preferredVersion", list.get(0));
        return group;
    }

    private static ObjectNode groupVersion(String group, String version) {
        return object().put("groupVersion", group + "/" + version).put("version", version);
    }

    private Map<String, Map<String, List<ResourceKind>>> byGroup(boolean core) {
        var groups = new LinkedHashMap<String, Map<String, List<ResourceKind>>>();
        for (var kind : kinds.all()) {
            if (kind.gvr().group().isEmpty() == core) {
                groups.computeIfAbsent(kind.gvr().group(), g -> new LinkedHashMap<>())
                        .computeIfAbsent(kind.gvr().version(), v -> new ArrayList<>())
                        .add(kind);
            }
        }
        return groups;
    }

    private static void texts(ArrayNode into, Set<String> words) {
        new TreeSet<>(words).forEach(into::add);
    }

    private static void optional(ObjectNode into, String field, List<String> words) {
        if (!words.isEmpty()) {
            words.forEach(into.putArray(field)::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
