package dev.pilothouse.demo.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The fields of an object as `fieldsV1` names them: `f:spec`, `k:{"name":"api"}`, `v:"…"`. A path is its steps,
/// joined by tabs.
final class FieldSet {
    private static final char JOIN = '\t';
    private static final Set<String> NOT_OWNED = Set.of("apiVersion", "kind");
    private static final Set<String> NOT_OWNED_METADATA = Set.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "generateName",
            "selfLink");

    private FieldSet() {}

    /// All leaves of an object with their values.
    static SortedMap<String, JsonNode> leaves(JsonNode object) {
        SortedMap<String, JsonNode> leaves = new TreeMap<>();
        for (var field : object.properties()) {
            if (field.getKey().equals("metadata")) {
                for (var meta : field.getValue().properties()) {
                    if (!NOT_OWNED_METADATA.contains(meta.getKey())) {
                        collect("f:metadata" + JOIN + "f:" + meta.getKey(), meta.getKey(), meta.getValue(), leaves);
                    }
                }
            } else if (!NOT_OWNED.contains(field.getKey())) {
                collect("f:" + field.getKey(), field.getKey(), field.getValue(), leaves);
            }
        }
        return leaves;
    }

    private static void collect(String path, String name, JsonNode value, Map<String, JsonNode> leaves) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(e -> collect(path + JOIN + "f:" + e.getKey(), e.getKey(), e.getValue(), leaves));
        } else if (value.isArray() && ListKeys.isSet(name)) {
            value.forEach(each -> leaves.put(path + JOIN + "v:" + each, each));
        } else if (value.isArray() && !value.isEmpty() && ListKeys.keyOf(name, value.get(0)) != null) {
            for (var element : value) {
                var key = path + JOIN + "k:" + ListKeys.keyOf(name, element);
                leaves.put(key + JOIN + ".", JsonNodeFactory.instance.objectNode());
                element.properties()
                        .forEach(e -> collect(key + JOIN + "f:" + e.getKey(), e.getKey(), e.getValue(), leaves));
            }
        } else {
            leaves.put(path, value);
        }
    }

    /// The nested form of some of an object's top fields, as `leaves` and `nested` would give it.
    static ObjectNode nested(ObjectNode object, Set<String> topFields) {
        var root = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
            if (!topFields.contains(field.getKey())) {
                continue;
            }
            if (!field.getKey().equals("metadata")) {
                root.set("f:" + field.getKey(), nest(field.getKey(), field.getValue()));
                continue;
            }
            for (var meta : field.getValue().properties()) {
                if (!NOT_OWNED_METADATA.contains(meta.getKey())) {
                    root.withObject("/f:metadata").set("f:" + meta.getKey(), nest(meta.getKey(), meta.getValue()));
                }
            }
        }
        return root;
    }

    private static ObjectNode nest(String name, JsonNode value) {
        var node = JsonNodeFactory.instance.objectNode();
        if (value.isObject()) {
            value.properties().forEach(e -> node.set("f:" + e.getKey(), nest(e.getKey(), e.getValue())));
        } else if (value.isArray() && ListKeys.isSet(name)) {
            value.forEach(each -> node.putObject("v:" + each));
        } else if (value.isArray() && !value.isEmpty() && ListKeys.keyOf(name, value.get(0)) != null) {
            for (var element : value) {
                var below = nest("", element);
                below.putObject(".");
                node.set("k:" + ListKeys.keyOf(name, element), below);
            }
        }
        return node;
    }

    /// The nested form that goes over the wire.
    static ObjectNode nested(Set<String> paths) {
        var root = JsonNodeFactory.instance.objectNode();
        for (var path : paths) {
            var at = root;
            for (var step : path.split("\t", -1)) {
                at = at.path(step) instanceof ObjectNode below ? below : at.putObject(step);
            }
        }
        return root;
    }

    /// The paths of the nested form.
    static SortedSet<String> paths(JsonNode nested) {
        SortedSet<String> paths = new TreeSet<>();
        nested.properties().forEach(e -> flatten(e.getKey(), e.getValue(), paths));
        return paths;
    }

    private static void flatten(String path, JsonNode nested, Set<String> paths) {
        if (nested.isEmpty()) {
            paths.add(path);
        }
        nested.properties().forEach(e -> flatten(path + JOIN + e.getKey(), e.getValue(), paths));
    }

    /// Takes a field out of an object; what is left empty by that goes too.
    static void remove(ObjectNode object, String path) {
        remove(object, "", path.split("\t", -1), 0);
    }

    private static void remove(JsonNode node, String name, String[] steps, int at) {
        var step = steps[at];
        boolean last = at == steps.length - 1;
        if (node instanceof ObjectNode object && step.startsWith("f:")) {
            var field = step.substring(2);
            if (!last && object.has(field)) {
                remove(object.path(field), field, steps, at + 1);
            }
            if (last
                    || (object.path(field).isContainerNode()
                            && object.path(field).isEmpty())) {
                object.remove(field);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                var element = array.get(i);
                if (step.equals("v:" + element)) {
                    array.remove(i);
                } else if (step.equals("k:" + ListKeys.keyOf(name, element))) {
                    if (last || steps[at + 1].equals(".")) {
                        array.remove(i);
                    } else {
                        remove(element, name, steps, at + 1);
                    }
                }
            }
        }
    }

    /// A path for people: `.spec.template.spec.containers[name="api"].image`.
    static String forPeople(String path) {
        var text = new StringBuilder();
        for (var step : path.split("\t", -1)) {
            if (step.startsWith("f:")) {
                text.append('.').append(step.substring(2));
            } else if (step.startsWith("k:")) {
                text.append(
                        step.substring(2).replace("{\"", "[").replace("}", "]").replace("\":", "="));
            }
        }
        return text.toString();
    }
}
