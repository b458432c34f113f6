package dev.pilothouse.kube.wire;

import dev.pilothouse.kube.wire.MessageType.Field;
import dev.pilothouse.kube.wire.MessageType.Value;
import dev.pilothouse.resource.stream.FieldTree;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The wanted fields of a message by their numbers: the projector's tree of names joined with the table of
/// numbers, once per projector, so that a decoder asks one array per field.
final class MessagePlan {
    private @Nullable Step[] steps = new @Nullable Step[0];

    private MessagePlan() {}

    /// Joins `wanted`, the tree of one object, with the message that encodes it.
    ///
    /// @throws IllegalArgumentException where the table does not know a wanted field
    static MessagePlan join(MessageType type, FieldTree.Node wanted) {
        MessagePlan plan = new MessagePlan();
        for (FieldTree.Node node : wanted.children().values()) {
            if (!plan.add(type, node)) {
                throw new IllegalArgumentException(type.name() + " has no field for " + node.path());
            }
        }
        return plan;
    }

    /// What to do with the field of this number, or null where nobody wants it.
    @Nullable Step step(int number) {
        return number < steps.length ? steps[number] : null;
    }

    private boolean add(MessageType type, FieldTree.Node node) {
        String name = node.path().substring(node.path().lastIndexOf('.') + 1);
        Field field = type.field(name);
        if (field != null) {
            put(field, stepFor(field, node));
            return true;
        }
        for (Field inlined : type.fields()) {
            if (!inlined.inlined() || inlined.message() == null) continue;
            Step step = step(inlined.number());
            MessagePlan inner = step == null || step.plan() == null ? new MessagePlan() : step.plan();
            if (!inner.add(inlined.message(), node)) continue;
            if (step == null) put(inlined, new Step(null, inlined.value(), false, inner));
            return true;
        }
        return false;
    }

    private static Step stepFor(Field field, FieldTree.Node node) {
        boolean message = field.value() == Value.MESSAGE;
        if (message == node.isLeaf()) {
            throw new IllegalArgumentException(node.path() + (message ? " is a message" : " has no fields"));
        }
        MessagePlan plan = field.message() == null ? null : join(field.message(), node);
        return new Step(node, field.value(), field.map(), plan);
    }

    private void put(Field field, Step step) {
        if (field.number() >= steps.length) steps = Arrays.copyOf(steps, field.number() + 1);
        steps[field.number()] = step;
    }

    /// What to do with one field.
    ///
    /// @param node the wanted field, or null where the field's own fields stand among its parent's
    /// @param value what its values are
    /// @param map whether it is a map from text to such values
    /// @param plan the wanted fields of a message, null for other values
    record Step(
            FieldTree.@Nullable Node node,
            Value value,
            boolean map,
            @Nullable MessagePlan plan) {}
}
