package dev.pilothouse.kube.reflect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/// Counts the bytes that are read.
final class CountedStream extends FilterInputStream {
    private final LongAdder bytes;

    CountedStream(InputStream in, LongAdder bytes) {
        super(in);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) bytes.increment();
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) bytes.add(read);
        return read;
    }
}
