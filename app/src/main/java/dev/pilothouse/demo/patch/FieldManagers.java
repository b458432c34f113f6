package dev.pilothouse.demo.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who owns which field (`metadata.managedFields`), and server-side apply, which is decided by it.
public final class FieldManagers {

    private FieldManagers() {}

    private record Writer(String name, String operation, String subresource) {}

    private record Owned(SortedSet<String> paths, String time) {}

    /// Notes that `manager` has written `after` over `before`.
    ///
    /// @param subresource such as `status`, empty for none
    public static ObjectNode updated(
            ObjectNode before, ObjectNode after, String manager, String subresource, Instant now) {
        var was = FieldSet.leaves(before);
        var is = FieldSet.leaves(after);
        SortedSet<String> changed = new TreeSet<>();
        is.forEach((path, value) -> {
            if (!value.equals(was.get(path))) {
                changed.add(path);
            }
        });
        var owners = read(before);
        owners.values().forEach(owned -> owned.paths().removeIf(p -> changed.contains(p) || !is.containsKey(p)));
        if (!changed.isEmpty()) {
            var me = new Writer(manager, "Update", subresource);
            var mine = owners.get(me);
            if (mine != null) {
                changed.addAll(mine.paths());
            }
            owners.put(me, new Owned(changed, Meta.time(now)));
        }
        write(after, owners);
        return after;
    }

    /// Server-side apply.
    ///
    /// @param live the object as it is
    /// @param config what `manager` wants
    /// @param force whether to take fields from other managers
    /// @throws StatusException with 409 where another manager wants a field otherwise
    public static ObjectNode apply(
            ResourceKind kind, ObjectNode live, ObjectNode config, String manager, boolean force, Instant now) {
        var wanted = FieldSet.leaves(config);
        var there = FieldSet.leaves(live);
        var owners = read(live);
        var me = new Writer(manager, "Apply", "");
        Map<String, String> conflicts = new LinkedHashMap<>();
        owners.forEach((other, owned) -> {
            if (!other.equals(me)) {
                for (var path : owned.paths()) {
                    var value = wanted.get(path);
                    if (value != null && !path.endsWith(".") && !value.equals(there.get(path))) {
                        conflicts.put(path, other.name());
                    }
                }
            }
        });
        if (!conflicts.isEmpty() && !force) {
            throw conflict(kind, conflicts);
        }
        var result = live.deepCopy();
        var mine = owners.get(me);
        var before = mine == null ? new TreeSet<String>() : mine.paths();
        for (var path : before) {
            boolean others = owners.entrySet().stream()
                    .anyMatch(
                            e -> !e.getKey().equals(me) && e.getValue().paths().contains(path));
            if (!wanted.containsKey(path) && !others) {
                FieldSet.remove(result, path);
            }
        }
        var over = config.deepCopy();
        over.withObject("/metadata").remove(List.of("managedFields", "resourceVersion", "uid", "creationTimestamp"));
        Patches.apply(result, over);
        owners.values().forEach(owned -> owned.paths().removeAll(conflicts.keySet()));
        boolean same = mine != null && mine.paths().equals(wanted.keySet());
        owners.put(me, new Owned(new TreeSet<>(wanted.keySet()), mine != null && same ? mine.time() : Meta.time(now)));
        write(result, owners);
        return result;
    }

    /// Notes that `manager` owns some top fields, such as `spec`, of an object that nobody has signed for them yet.
    public static void owns(ObjectNode object, String manager, String operation, Set<String> topFields, Instant at) {
        var fields = FieldSet.nested(object, topFields);
        if (fields.isEmpty()) {
            return;
        }
        var entry = Meta.of(object).withArray("managedFields").addObject();
        entry.put("manager", manager).put("operation", operation);
        entry.put("apiVersion", object.path("apiVersion").asText()).put("time", Meta.time(at));
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", fields);
        if (topFields.contains("status")) {
            entry.put("subresource", "status");
        }
    }

    private static StatusException conflict(ResourceKind kind, Map<String, String> conflicts) {
        List<String> parts = new ArrayList<>();
        conflicts.forEach((path, owner) -> parts.add("conflict with \"" + owner + "\": " + FieldSet.forPeople(path)));
        var status = new StatusException(
                409,
                "Conflict",
                "Apply failed with " + conflicts.size() + " conflict" + (conflicts.size() == 1 ? "" : "s") + ": "
                        + String.join(", ", parts));
        conflicts.forEach((path, owner) -> status.cause(
                "FieldManagerConflict",
                "conflict with \"" + owner + "\" using " + kind.gvr().apiVersion(),
                FieldSet.forPeople(path)));
        return status;
    }

    private static Map<Writer, Owned> read(JsonNode object) {
        Map<Writer, Owned> owners = new LinkedHashMap<>();
        for (var entry : object.path("metadata").path("managedFields")) {
            var manager = new Writer(
                    entry.path("manager").asText(),
                    entry.path("operation").asText(),
                    entry.path("subresource").asText(""));
            owners.put(
                    manager,
                    new Owned(
                            FieldSet.paths(entry.path("fieldsV1")),
                            entry.path("time").asText()));
        }
        return owners;
    }

    private static void write(ObjectNode object, Map<Writer, Owned> owners) {
        var version = object.path("apiVersion").asText();
        var list = Meta.of(object).putArray("managedFields");
        owners.forEach((manager, owned) -> {
            if (owned.paths().isEmpty()) {
                return;
            }
            var entry = list.addObject().put("manager", manager.name()).put("operation", manager.operation());
            entry.put("apiVersion", version).put("time", owned.time()).put("fieldsType", "FieldsV1");
            entry.set("fieldsV1", FieldSet.nested(owned.paths()));
            if (!manager.subresource().isEmpty()) {
                entry.put("subresource", manager.subresource());
            }
        });
    }
}
