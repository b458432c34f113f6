package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A list in protobuf. Every list has its metadata as field 1 and its items as field 2.
final class ProtobufList implements ListReader {
    private static final int METADATA = (1 << 3) | ProtobufInput.BYTES;
    private static final int ITEMS = (2 << 3) | ProtobufInput.BYTES;

    private static final int RESOURCE_VERSION = (2 << 3) | ProtobufInput.BYTES;
    private static final int CONTINUE = (3 << 3) | ProtobufInput.BYTES;
    private static final int REMAINING = (4 << 3) | ProtobufInput.VARINT;

    private final ProtobufInput in;
    private final Projector projector;
    private final ProtobufCursor cursor;
    private ListMeta meta = ListMeta.NONE;
    private boolean open;

    ProtobufList(ProtobufInput in, Projector projector, MessagePlan plan) {
        this.in = in;
        this.projector = projector;
        this.cursor = new ProtobufCursor(in, projector, plan);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!open) ProtobufEnvelope.open(in);
        open = true;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
                case METADATA -> meta = readMeta();
                case ITEMS -> {
                    long around = in.enterObject();
                    cursor.object();
                    in.leave(around);
                    return projector.finish();
                }
                default -> in.skip(tag & 7);
            }
        }
        return null;
    }

    @Override
    public ListMeta meta() {
        return meta;
    }

    @Override
    public RowSchema schema() {
        return projector.schema();
    }

    private ListMeta readMeta() throws IOException {
        long around = in.enter();
        String version = "";
        String next = "";
        long remaining = 0;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            switch (tag) {
                case RESOURCE_VERSION -> version = in.uniqueText();
                case CONTINUE -> next = in.uniqueText();
                case REMAINING -> remaining = in.varint();
                default -> in.skip(tag & 7);
            }
        }
        in.leave(around);
        return new ListMeta(version, next, Math.max(0, remaining));
    }
}
