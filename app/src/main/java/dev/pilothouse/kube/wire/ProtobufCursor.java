package dev.pilothouse.kube.wire;

import dev.pilothouse.kube.wire.MessagePlan.Step;
import dev.pilothouse.kube.wire.MessageType.Value;
import dev.pilothouse.resource.stream.FieldTree;
import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The cursor over protobuf. Goes only as deep as the projector's tree, so that hostile nesting costs nothing.
final class ProtobufCursor implements ObjectStream {
    private final ProtobufInput in;
    private final Projector projector;
    private final MessagePlan root;

    private Value under = Value.MESSAGE; // what the value under the cursor is
    private boolean waiting; // whether that value has not been read yet
    private boolean missing; // whether a map's entry has a key only
    private String key = "";

    /// A cursor that feeds `projector`.
    ///
    /// @param root the projector's tree, joined with the message of its kind
    ProtobufCursor(ProtobufInput in, Projector projector, MessagePlan root) {
        this.in = in;
        this.projector = projector;
        this.root = root;
    }

    /// Reads an object, up to the end of the message under way.
    void object() throws IOException {
        try {
            fields(root);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void fields(MessagePlan plan) throws IOException {
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            Step step = plan.step(tag >>> 3);
            int wireType = tag & 7;
            if (step == null) in.skip(wireType);
            else if (step.map()) entry(step, wireType);
            else if (step.plan() != null) message(step.node(), step.plan(), wireType);
            else value(step, wireType);
        }
    }

    private void message(FieldTree.@Nullable Node node, MessagePlan plan, int wireType) throws IOException {
        require(wireType, ProtobufInput.BYTES);
        long around = in.enter();
        if (node != null) projector.begin(node);
        fields(plan);
        if (node != null) projector.end(node);
        in.leave(around);
    }

    private void value(Step step, int wireType) throws IOException {
        require(wireType, step.value().wireType());
        show(step);
        if (waiting) in.skip(wireType);
    }

    private void entry(Step step, int wireType) throws IOException {
        require(wireType, ProtobufInput.BYTES);
        long around = in.enter();
        key = "";
        boolean shown = false;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == ((1 << 3) | ProtobufInput.BYTES)) {
                key = in.sharedText();
            } else if (tag >>> 3 == 2 && !shown) {
                value(step, tag & 7);
                shown = true;
            } else {
                in.skip(tag & 7);
            }
        }
        if (!shown) showMissing(step);
        in.leave(around);
    }

    private void showMissing(Step step) {
        missing = true;
        show(step);
        missing = false;
    }

    private void show(Step step) {
        FieldTree.Node node = step.node();
        if (node == null) throw new IllegalStateException("only messages are inlined");
        under = step.value();
        waiting = true;
        projector.field(node, this);
    }

    /// Takes the value under the cursor, which must be of this sort.
    ///
    /// @return whether there is one; a map's entry may have a key only
    private boolean take(Value wanted) {
        if (!waiting) throw new IllegalStateException("the value has been read");
        if (under != wanted) throw new MalformedObjectException("not a " + wanted + " but a " + under);
        waiting = false;
        return !missing;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String string() {
        try {
            return take(Value.STRING) ? in.sharedText() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String unique() {
        try {
            return take(Value.STRING) ? in.uniqueText() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long integer() {
        try {
            return take(Value.INTEGER) ? in.varint() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean bool() {
        try {
            return take(Value.BOOL) && in.varint() != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Instant time() {
        try {
            return take(Value.TIME) ? readTime() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String quantity() {
        try {
            return take(Value.QUANTITY) ? readQuantity() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String intOrString() {
        try {
            return take(Value.INT_OR_STRING) ? readIntOrString() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void skip() {
        // What is still waiting when the projector returns is passed over.
    }

    /// Time and MicroTime: 1 seconds, 2 nanoseconds. The zero time is an empty message.
    private @Nullable Instant readTime() throws IOException {
        long around = in.enter();
        if (in.atEnd()) {
            in.leave(around);
            return null;
        }
        long seconds = 0;
        long nanos = 0;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == ((1 << 3) | ProtobufInput.VARINT)) seconds = in.varint();
            else if (tag == ((2 << 3) | ProtobufInput.VARINT)) nanos = in.varint();
            else in.skip(tag & 7);
        }
        in.leave(around);
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedObjectException("no time has " + seconds + " seconds", e);
        }
    }

    /// Quantity: 1 its text.
    private String readQuantity() throws IOException {
        long around = in.enter();
        String text = "";
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == ((1 << 3) | ProtobufInput.BYTES)) text = in.sharedText();
            else in.skip(tag & 7);
        }
        in.leave(around);
        return text;
    }

    /// IntOrString: 1 which of the two (0 number, 1 text), 2 the number, 3 the text.
    private String readIntOrString() throws IOException {
        long around = in.enter();
        boolean isText = false;
        long number = 0;
        String text = "";
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == ((1 << 3) | ProtobufInput.VARINT)) isText = in.varint() == 1;
            else if (tag == ((2 << 3) | ProtobufInput.VARINT)) number = in.varint();
            else if (tag == ((3 << 3) | ProtobufInput.BYTES)) text = in.sharedText();
            else in.skip(tag & 7);
        }
        in.leave(around);
        return isText ? text : Long.toString(number);
    }

    private static void require(int wireType, int wanted) {
        if (wireType != wanted) throw new MalformedObjectException("a value of wire type " + wireType);
    }
}
