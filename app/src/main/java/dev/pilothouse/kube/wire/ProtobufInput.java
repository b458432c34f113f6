package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads protobuf's wire format from a stream: tags, varints, lengths, nothing of what they mean.
///
/// Own code instead of `CodedInputStream`, because short texts are looked up in the pool while they are still bytes
/// in the buffer, and because that class counts bytes in an `int`: a list may be larger.
public final class ProtobufInput {
    /// The wire type of numbers and truth values.
    public static final int VARINT = 0;

    /// The wire type of texts, bytes and messages.
    public static final int BYTES = 2;

    private static final int FIXED64 = 1;
    private static final int FIXED32 = 5;

    /// Longer texts are cut here, in bytes; the rest is passed over.
    static final int LONGEST_TEXT = 8 * 1024;

    /// In bytes. An API server stores no more than 1.5 MiB of an object, and one behind it can hardly send more of use.
    static final int LARGEST_OBJECT = 16 << 20;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final TextPool pool;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long passed; // bytes that were in the buffer before its present content
    private long limit = Long.MAX_VALUE; // where the message under way ends
    private long longText; // the whole length of a text that is too long to be loaded

    /// Reads from `in`, sharing short texts by `pool`.
    public ProtobufInput(InputStream in, TextPool pool) {
        this.in = in;
        this.pool = pool;
    }

    /// The next tag, or 0 where the message under way ends; outside of any message, where the stream ends.
    public int tag() throws IOException {
        long position = passed + at;
        if (position >= limit) {
            if (position > limit) throw new MalformedObjectException("a field reaches beyond its message");
            return 0;
        }
        if (at == filled && limit == Long.MAX_VALUE && !fill()) return 0;
        long tag = varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0) throw new MalformedObjectException("no field has the tag " + tag);
        return (int) tag;
    }

    /// A varint. Negative numbers come in ten bytes.
    public long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = octet();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
        throw new MalformedObjectException("a varint of more than ten bytes");
    }

    /// A length, which must fit into the message under way.
    long length() throws IOException {
        long length = varint();
        if (length < 0 || length > limit - (passed + at)) {
            throw new MalformedObjectException("a length of " + length + " reaches beyond its message");
        }
        return length;
    }

    /// Four bytes, the highest first, as frames of a watch are counted; -1 where the stream ends before them.
    long frameLength() throws IOException {
        if (at == filled && !fill()) return -1;
        long length = 0;
        for (int i = 0; i < 4; i++) length = (length << 8) | (octet() & 0xff);
        return length;
    }

    /// Reads a length and enters the message of that length.
    ///
    /// @return the end of the message around it, for `leave`
    public long enter() throws IOException {
        return enter(length());
    }

    /// Enters the message of one object.
    ///
    /// @return the end of the message around it, for `leave`
    long enterObject() throws IOException {
        long length = length();
        if (length > LARGEST_OBJECT) throw new MalformedObjectException("an object of " + length + " bytes");
        return enter(length);
    }

    /// Enters a message of this length.
    long enter(long length) {
        long around = limit;
        limit = passed + at + length;
        return around;
    }

    /// Passes over what is left of the message under way, and goes on with the one around it.
    public void leave(long around) throws IOException {
        skipBytes(limit - (passed + at));
        limit = around;
    }

    /// Whether the message under way has no more bytes.
    boolean atEnd() {
        return passed + at >= limit;
    }

    /// Passes over a value.
    public void skip(int wireType) throws IOException {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED64 -> skipBytes(8);
            case BYTES -> skipBytes(length());
            case FIXED32 -> skipBytes(4);
            default -> throw new MalformedObjectException("no value has the wire type " + wireType);
        }
    }

    /// A text, shared with equal ones where it is short. Broken UTF-8 shows as replacement characters.
    public String sharedText() throws IOException {
        int length = loadText();
        if (length < 0) return cutText();
        String text = pool.share(buffer, at, length);
        at += length;
        return text;
    }

    /// A text that comes once, such as a uid.
    public String uniqueText() throws IOException {
        int length = loadText();
        if (length < 0) return cutText();
        String text = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /// The rest of the message under way, cut after `most` bytes.
    byte[] rest(int most) throws IOException {
        int length = (int) Math.min(most, limit - (passed + at));
        byte[] rest = new byte[length];
        for (int copied = 0; copied < length; ) {
            if (at == filled && !fill()) throw new EOFException("the body ends in the middle of an object");
            int count = Math.min(length - copied, filled - at);
            System.arraycopy(buffer, at, rest, copied, count);
            copied += count;
            at += count;
        }
        return rest;
    }

    /// Bytes that must stand here.
    void expect(byte... magic) throws IOException {
        for (byte wanted : magic) {
            if (octet() != wanted) throw new MalformedObjectException("the body does not begin as protobuf does");
        }
    }

    /// Reads a text's length and loads it into the buffer; -1 (with the beginning loaded) where it is too long.
    private int loadText() throws IOException {
        long length = length();
        if (length > LONGEST_TEXT) {
            longText = length;
            load(LONGEST_TEXT + 1);
            return -1;
        }
        load((int) length);
        return (int) length;
    }

    private String cutText() throws IOException {
        int end = LONGEST_TEXT;
        while (end > LONGEST_TEXT - 4 && (buffer[at + end] & 0xc0) == 0x80) end--; // not inside of a character
        String text = new String(buffer, at, end, StandardCharsets.UTF_8) + '…';
        skipBytes(longText);
        return text;
    }

    private byte octet() throws IOException {
        if (at == filled && !fill()) throw new EOFException("the body ends in the middle of an object");
        return buffer[at++];
    }

    private void skipBytes(long count) throws IOException {
        if (count < 0) throw new MalformedObjectException("a field reaches beyond its message");
        if (count > limit - (passed + at)) throw new MalformedObjectException("a value reaches beyond its message");
        long left = count;
        while (left > filled - at) {
            left -= filled - at;
            at = filled;
            if (!fill()) throw new EOFException("the body ends in the middle of an object");
        }
        at += (int) left;
    }

    /// Sees to it that the next `count` bytes are in the buffer.
    private void load(int count) throws IOException {
        if (filled - at >= count) return;
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        passed += at;
        filled -= at;
        at = 0;
        while (filled < count) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) throw new EOFException("the body ends in the middle of an object");
            filled += read;
        }
    }

    private boolean fill() throws IOException {
        passed += filled;
        at = 0;
        filled = 0;
        int read = in.read(buffer, 0, buffer.length);
        if (read <= 0) return false;
        filled = read;
        return true;
    }
}
