package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Change;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which objects name which others as their owners.
final class Dependents {
    private final ObjectStore store;
    private final Kinds kinds;

    Dependents(ObjectStore store, Kinds kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /// An object that has an owner.
    record Dependent(ResourceKind kind, ObjectNode object) {}

    /// All objects that name the owner with this uid.
    List<Dependent> of(String ownerUid) {
        List<Dependent> found = new ArrayList<>();
        for (var kind : kinds.all()) {
            for (var object : store.list(kind).objects()) {
                for (var reference : references(object)) {
                    if (reference.path("uid").asText().equals(ownerUid)) {
                        found.add(new Dependent(kind, object));
                        break;
                    }
                }
            }
        }
        return found;
    }

    /// The references to owners that an object had before a change and has no more; all of one that is gone.
    static List<JsonNode> lost(Change change) {
        List<JsonNode> lost = new ArrayList<>();
        if (change.before() != null) {
            references(change.before()).forEach(lost::add);
        }
        if (change.type() != Change.Type.DELETED) {
            for (var kept : references(change.object())) {
                lost.removeIf(reference -> reference.path("uid").equals(kept.path("uid")));
            }
        }
        return lost;
    }

    /// The owner that a reference names, or null where it is gone.
    ///
    /// @param namespace the dependent's namespace, which is a namespaced owner's too
    @Nullable ObjectNode owner(JsonNode reference, String namespace) {
        var kind = kinds.of(reference);
        if (kind == null) {
            return null;
        }
        var found = store.find(
                kind, kind.namespaced() ? namespace : "", reference.path("name").asText());
        return found != null && Meta.uid(found).equals(reference.path("uid").asText()) ? found : null;
    }

    /// Whether an owner other than the one with this uid is still there.
    boolean heldByOthers(Dependent dependent, String ownerUid) {
        for (var reference : references(dependent.object())) {
            if (!reference.path("uid").asText().equals(ownerUid)
                    && owner(reference, Meta.namespace(dependent.object())) != null) {
                return true;
            }
        }
        return false;
    }

    /// Takes an owner away from all that name it.
    void orphan(ObjectNode owner) {
        of(Meta.uid(owner)).forEach(dependent -> disown(dependent, Meta.uid(owner)));
    }

    /// Takes an owner away from an object.
    void disown(Dependent dependent, String ownerUid) {
        var object = dependent.object();
        store.update(dependent.kind(), Meta.namespace(object), Meta.name(object), now -> {
            if (references(now) instanceof ArrayNode list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.path(i).path("uid").asText().equals(ownerUid)) {
                        list.remove(i);
                    }
                }
                if (list.isEmpty()) {
                    Meta.of(now).remove("ownerReferences");
                }
            }
            return now;
        });
    }

    private static JsonNode references(ObjectNode object) {
        return object.path("metadata").path("ownerReferences");
    }
}
