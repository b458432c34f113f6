package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Answers `/openapi/v3`: which operations there are, and the schemas of custom resources. Built-in kinds have a
/// schema without fields: their documentation is not part of this program.
final class OpenApiHandler {
    private static final String GVK = "x-kubernetes-group-version-kind";

    private final Kinds kinds;

    OpenApiHandler(Kinds kinds) {
        this.kinds = kinds;
    }

    void answer(Call call) throws IOException {
        var path = call.segments();
        if (path.size() < 2 || !path.get(1).equals("v3")) {
            throw StatusException.noSuchPath();
        }
        call.answer(200, path.size() == 2 ? index() : document("/" + String.join("/", path.subList(2, path.size()))));
    }

    private ObjectNode index() {
        var body = JsonNodeFactory.instance.objectNode();
        var paths = body.putObject("paths");
        var bases = new TreeSet<String>();
        kinds.all().forEach(kind -> bases.add(kind.gvr().basePath()));
        for (var base : bases) {
            var hash = Integer.toHexString(document(base).hashCode()).toUpperCase(Locale.ROOT);
            paths.putObject(base.substring(1)).put("serverRelativeURL", "/openapi/v3" + base + "?hash=" + hash);
        }
        return body;
    }

    private ObjectNode document(String base) {
        var found = kinds.all().stream()
                .filter(kind -> kind.gvr().basePath().equals(base))
                .toList();
        if (found.isEmpty()) {
            throw StatusException.noSuchPath();
        }
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.34.4");
        var paths = document.putObject("paths");
        var schemas = document.putObject("components").putObject("schemas");
        found.forEach(kind -> {
            operations(paths, kind);
            var definition = kinds.definition(kind).at("/schema/openAPIV3Schema");
            var schema = schemas.putObject(schemaName(kind)).put("type", "object");
            if (definition instanceof ObjectNode known) {
                schema.setAll(known.deepCopy());
            }
            schema.putArray(GVK).add(gvk(kind));
        });
        return document;
    }

    private static void operations(ObjectNode paths, ResourceKind kind) {
        var collection = kind.gvr().basePath() + (kind.namespaced() ? "/namespaces/{namespace}/" : "/") + kind.plural();
        if (kind.supports("patch")) {
            var one = paths.putObject(collection + "/{name}");
            operation(one.putObject("get"), kind, "get", List.of());
            operation(
                    one.putObject("patch"),
                    kind,
                    "patch",
                    List.of("dryRun", "fieldManager", "fieldValidation", "force"));
        }
        if (kind.supports("create")) {
            operation(
                    paths.putObject(collection).putObject("post"),
                    kind,
                    "post",
                    List.of("dryRun", "fieldManager", "fieldValidation"));
        }
    }

    private static void operation(ObjectNode into, ResourceKind kind, String action, List<String> parameters) {
        into.put("x-kubernetes-action", action);
        into.set(GVK, gvk(kind));
        var list = into.putArray("parameters");
        for (var name : parameters) {
            list.addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", name.equals("force") ? "boolean" : "string");
        }
        into.putObject("responses").putObject("200").put("description", "OK");
    }

    private static JsonNode gvk(ResourceKind kind) {
        GroupVersionResource gvr = kind.gvr();
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", gvr.group())
                .put("kind", kind.kind())
                .put("version", gvr.version());
    }

    private static String schemaName(ResourceKind kind) {
        var group = kind.gvr().group().isEmpty() ? "core" : kind.gvr().group();
        return group + "." + kind.gvr().version() + "." + kind.kind();
    }
}
