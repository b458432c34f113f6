package dev.pilothouse.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One whole object, as the server gave it: maps, lists, strings, numbers, truth values, nulls, in the server's
/// order.
///
/// For the one object that somebody looks at. Tables hold rows.
///
/// @param content the object, unmodifiable
public record KubeObject(Map<String, @Nullable Object> content) {

    /// The `apiVersion`.
    public String apiVersion() {
        return string("apiVersion");
    }

    /// The `kind`.
    public String kind() {
        return string("kind");
    }

    /// The name.
    public String name() {
        return string("metadata", "name");
    }

    /// The namespace, empty where it has none.
    public String namespace() {
        return string("metadata", "namespace");
    }

    /// The uid.
    public String uid() {
        return string("metadata", "uid");
    }

    /// The value at a path of keys, or null where the path ends early or meets something else than a map.
    public @Nullable Object at(String... path) {
        Object value = content;
        for (String key : path) {
            if (!(value instanceof Map<?, ?> map)) return null;
            value = map.get(key);
        }
        return value;
    }

    /// The value at a path as text; empty where there is none. Numbers and truth values are written out.
    public String string(String... path) {
        Object value = at(path);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    /// The map at a path, empty where there is none.
    @SuppressWarnings("unchecked") // JSON maps have text keys
    public Map<String, @Nullable Object> map(String... path) {
        return at(path) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /// The list of maps at a path, each as an object of its own; empty where there is none. Elements that are not
    /// maps are left out.
    @SuppressWarnings("unchecked") // JSON maps have text keys
    public List<KubeObject> objects(String... path) {
        if (!(at(path) instanceof List<?> list)) return List.of();
        return list.stream()
                .filter(Map.class::isInstance)
                .map(element -> new KubeObject((Map<String, @Nullable Object>) element))
                .toList();
    }

    /// The list at a path as texts; empty where there is none.
    public List<String> strings(String... path) {
        if (!(at(path) instanceof List<?> list)) return List.of();
        return list.stream().map(String::valueOf).toList();
    }
}
