package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A watch in protobuf: frames of a length and a `WatchEvent`, whose object has an envelope of its own.
final class ProtobufWatch implements WatchReader {
    private static final int TYPE = (1 << 3) | ProtobufInput.BYTES;
    private static final int OBJECT = (2 << 3) | ProtobufInput.BYTES;
    private static final int RAW = (1 << 3) | ProtobufInput.BYTES;

    static final int LONGEST_STATUS = 256 * 1024;

    private final ProtobufInput in;
    private final Projector projector;
    private final ProtobufCursor cursor;

    ProtobufWatch(ProtobufInput in, Projector projector, MessagePlan plan) {
        this.in = in;
        this.projector = projector;
        this.cursor = new ProtobufCursor(in, projector, plan);
    }

    @Override
    public @Nullable WatchEvent next() throws IOException {
        long length = in.frameLength();
        if (length < 0) return null;
        long around = in.enter(length);
        String type = "";
        WatchEvent event = null;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == TYPE) type = in.sharedText();
            else if (tag == OBJECT) event = extension(type);
            else in.skip(tag & 7);
        }
        in.leave(around);
        if (event == null) throw new MalformedObjectException("a watch event without an object");
        return event;
    }

    private @Nullable WatchEvent extension(String type) throws IOException {
        long around = in.enterObject();
        WatchEvent event = null;
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == RAW) event = raw(type);
            else in.skip(tag & 7);
        }
        in.leave(around);
        return event;
    }

    private WatchEvent raw(String type) throws IOException {
        long around = in.enter();
        WatchEvent event = type.equals("ERROR") ? new WatchEvent.Failed(in.rest(LONGEST_STATUS)) : object(type);
        in.leave(around);
        return event;
    }

    private WatchEvent object(String type) throws IOException {
        long envelope = ProtobufEnvelope.open(in);
        cursor.object();
        in.leave(envelope);
        return WatchEvents.of(type, projector);
    }
}
