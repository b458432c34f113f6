package dev.pilothouse.demo.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which lists of the built-in kinds are merged element by element, and by which fields. All others are one value.
final class ListKeys {
    private static final List<String> NAME = List.of("name");
    private static final Map<String, List<String>> BY_FIELD = Map.ofEntries(
            Map.entry("containers", NAME),
            Map.entry("initContainers", NAME),
            Map.entry("ephemeralContainers", NAME),
            Map.entry("volumes", NAME),
            Map.entry("env", NAME),
            Map.entry("imagePullSecrets", NAME),
            Map.entry("secrets", NAME),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("conditions", List.of("type")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")));
    private static final Set<String> SETS = Set.of("finalizers");

    private ListKeys() {}

    static boolean isSet(String field) {
        return SETS.contains(field);
    }

    /// What tells an element of a list apart, or null where the list is one value.
    static @Nullable ObjectNode keyOf(String field, JsonNode element) {
        if (!element.isObject()) {
            return null;
        }
        var names = field.equals("ports")
                ? List.of(element.has("containerPort") ? "containerPort" : "port", "protocol")
                : BY_FIELD.get(field);
        if (names == null) {
            return null;
        }
        var key = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (element.has(name)) {
                key.set(name, element.path(name));
            } else if (name.equals("protocol")) {
                key.put(name, "TCP");
            }
        }
        return key.isEmpty() ? null : key;
    }
}
