package dev.pilothouse.kube.wire;

import java.io.EOFException;
import java.io.IOException;

/// What Kubernetes wraps a protobuf message in: four bytes that say so, and `runtime.Unknown`, whose second field
/// is the message. Entered, not copied, for the message may be a list of hundreds of megabytes.
public final class ProtobufEnvelope {
    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int RAW = (2 << 3) | ProtobufInput.BYTES;

    private ProtobufEnvelope() {}

    /// Enters the message in the envelope that begins here.
    ///
    /// @return the end of the message around it, for `ProtobufInput.leave`
    public static long open(ProtobufInput in) throws IOException {
        in.expect(MAGIC);
        for (int tag = in.tag(); tag != 0; tag = in.tag()) {
            if (tag == RAW) return in.enter();
            in.skip(tag & 7);
        }
        throw new EOFException("the body ends before its object");
    }
}
