package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.resource.ResourceKind;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One change of one object. The objects never change any more.
///
/// @param type what happened
/// @param kind the object's kind
/// @param object the object after the change; for a deletion as it was last, with the deletion's version
/// @param before the object before the change, null for a new one
/// @param version the version that the change made
public record Change(
        Type type,
        ResourceKind kind,
        ObjectNode object,
        @Nullable ObjectNode before,
        long version) {

    /// What happened to an object, in a watch's words.
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }

    /// What a watch with a selector sees of it: an object that starts to match is added, one that stops is deleted.
    ///
    /// @return the type for that watch, or null where it sees nothing
    public @Nullable Type seenBy(Predicate<ObjectNode> selector) {
        boolean was = before != null && selector.test(before);
        boolean is = type != Type.DELETED && selector.test(object);
        if (was) {
            return is ? Type.MODIFIED : Type.DELETED;
        }
        return is ? Type.ADDED : null;
    }

    /// The object as a watch shows it with such an event: one that stopped to match is shown as it last matched, but
    /// with the version that took it away.
    public ObjectNode shownAs(Type seen) {
        if (seen != Type.DELETED || type == Type.DELETED || before == null) {
            return object;
        }
        var last = before.deepCopy();
        Meta.of(last).put("resourceVersion", Long.toString(version));
        return last;
    }
}
