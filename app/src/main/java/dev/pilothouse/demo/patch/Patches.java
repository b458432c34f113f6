package dev.pilothouse.demo.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.StatusException;
import java.util.ArrayList;
import java.util.List;

/// Merge patch (RFC 7386), strategic merge patch and JSON patch (RFC 6902). Each gives a new object.
public final class Patches {

    private Patches() {}

    /// A merge patch: null removes, lists are replaced.
    public static ObjectNode merge(ObjectNode object, JsonNode patch) {
        var merged = object.deepCopy();
        merge(merged, patch, false);
        return merged;
    }

    /// A strategic merge patch: as a merge patch, but lists with keys are merged by element, and `$patch` says
    /// `delete` or `replace`.
    public static ObjectNode strategic(ObjectNode object, JsonNode patch) {
        var merged = object.deepCopy();
        merge(merged, patch, true);
        return merged;
    }

    private static void merge(ObjectNode into, JsonNode patch, boolean strategic) {
        if (strategic && patch.path("$patch").asText().equals("replace")) {
            into.removeAll();
        }
        if (strategic && patch.path("$retainKeys") instanceof ArrayNode names) {
            List<String> kept = new ArrayList<>();
            names.forEach(name -> kept.add(name.asText()));
            into.retain(kept);
        }
        for (var field : patch.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (strategic && name.startsWith("$")) {
                directive(into, name, value);
            } else if (value.isNull()) {
                into.remove(name);
            } else if (value.isObject()) {
                if (strategic && value.path("$patch").asText().equals("delete")) {
                    into.remove(name);
                    continue;
                }
                var below = into.path(name) instanceof ObjectNode object ? object : into.putObject(name);
                merge(below, value, strategic);
            } else if (strategic && value instanceof ArrayNode list && keyed(name, list)) {
                mergeList(into.path(name) instanceof ArrayNode there ? there : into.putArray(name), name, list);
            } else {
                into.set(name, value.deepCopy());
            }
        }
    }

    private static void directive(ObjectNode into, String name, JsonNode value) {
        var prefix = "$deleteFromPrimitiveList/";
        if (name.startsWith(prefix) && into.path(name.substring(prefix.length())) instanceof ArrayNode list) {
            for (var gone : value) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.get(i).equals(gone)) {
                        list.remove(i);
                    }
                }
            }
        }
    }

    private static boolean keyed(String name, ArrayNode list) {
        for (var element : list) {
            if (element.has("$patch")) {
                return true;
            }
        }
        return ListKeys.isSet(name) || (!list.isEmpty() && ListKeys.keyOf(name, list.get(0)) != null);
    }

    private static void mergeList(ArrayNode into, String name, ArrayNode patch) {
        for (var element : patch) {
            if (element.path("$patch").asText().equals("replace")) {
                into.removeAll();
                continue;
            }
            int at = indexOf(into, name, element);
            if (element.path("$patch").asText().equals("delete")) {
                if (at >= 0) {
                    into.remove(at);
                }
            } else if (at >= 0 && into.get(at) instanceof ObjectNode there) {
                merge(there, element, true);
            } else if (at < 0) {
                into.add(element.deepCopy());
            }
        }
    }

    /// Where a list holds the element with this one's key, or -1.
    static int indexOf(ArrayNode list, String name, JsonNode element) {
        var key = ListKeys.keyOf(name, element);
        for (int i = 0; i < list.size(); i++) {
            if (key == null ? list.get(i).equals(element) : key.equals(ListKeys.keyOf(name, list.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /// What server-side apply puts over an object: maps are merged, lists with keys by element, all else replaced.
    static void apply(ObjectNode into, JsonNode config) {
        for (var field : config.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (value.isNull()) {
                continue;
            }
            if (value.isObject()) {
                apply(into.path(name) instanceof ObjectNode object ? object : into.putObject(name), value);
            } else if (value instanceof ArrayNode list && keyed(name, list)) {
                var there = into.path(name) instanceof ArrayNode array ? array : into.putArray(name);
                for (var element : list) {
                    int at = indexOf(there, name, element);
                    if (at < 0) {
                        there.add(element.deepCopy());
                    } else if (there.get(at) instanceof ObjectNode object) {
                        apply(object, element);
                    }
                }
            } else {
                into.set(name, value.deepCopy());
            }
        }
    }

    /// A JSON patch.
    ///
    /// @throws StatusException with 422 where an operation cannot be done
    public static ObjectNode json(ObjectNode object, JsonNode operations) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("root", object.deepCopy());
        for (var operation : operations) {
            var path = operation.path("path").asText();
            var value = operation.path("value");
            switch (operation.path("op").asText()) {
                case "add" -> put(root, path, value.deepCopy(), true);
                case "replace" -> {
                    present(root, path);
                    put(root, path, value.deepCopy(), false);
                }
                case "remove" -> remove(root, path);
                case "test" -> {
                    if (!at(root, path).equals(value)) {
                        throw failed("testing path " + path + " failed");
                    }
                }
                case "copy" ->
                    put(
                            root,
                            path,
                            present(root, operation.path("from").asText()).deepCopy(),
                            true);
                case "move" ->
                    put(root, path, remove(root, operation.path("from").asText()), true);
                default -> throw failed("unexpected operation " + operation.path("op"));
            }
        }
        if (root.path("root") instanceof ObjectNode patched) {
            return patched;
        }
        throw failed("the patch does not give an object");
    }

    private static JsonNode at(JsonNode root, String path) {
        pointer(path);
        try {
            return root.at(JsonPointer.compile("/root" + path));
        } catch (IllegalArgumentException e) {
            throw failed("invalid path " + path);
        }
    }

    private static void pointer(String path) {
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw failed("invalid path " + path);
        }
    }

    private static JsonNode present(JsonNode root, String path) {
        var found = at(root, path);
        if (found.isMissingNode()) {
            throw failed("path " + path + " does not exist");
        }
        return found;
    }

    private static void put(JsonNode root, String path, JsonNode value, boolean insert) {
        pointer(path);
        var full = "/root" + path;
        var parent = JsonPointer.compile(full.substring(0, full.lastIndexOf('/')));
        var last = full.substring(full.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        switch (root.at(parent)) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> {
                int index = index(last, insert ? array.size() : array.size() - 1);
                if (insert) {
                    array.insert(index, value);
                } else {
                    array.set(index, value);
                }
            }
            default -> throw failed("path " + path + " does not exist");
        }
    }

    private static JsonNode remove(JsonNode root, String path) {
        var value = present(root, path);
        var full = "/root" + path;
        var last = full.substring(full.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        switch (root.at(JsonPointer.compile(full.substring(0, full.lastIndexOf('/'))))) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(index(last, array.size() - 1));
            default -> throw failed("path " + path + " does not exist");
        }
        return value;
    }

    private static int index(String text, int most) {
        int index = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (index < 0 || index > most) {
            throw failed("index " + text + " is out of bounds");
        }
        return index;
    }

    private static StatusException failed(String why) {
        return new StatusException(
                422, "Invalid", "the server rejected our request due to an error in our request: " + why);
    }
}
