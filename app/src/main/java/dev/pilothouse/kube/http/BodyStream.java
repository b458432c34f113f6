package dev.pilothouse.kube.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A response body as it arrives. Holds a few buffers at most: the connection is read only as fast as the reader
/// asks, and a reader that waits longer than the stall limit is told so.
final class BodyStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

    /// How many deliveries (of 16 KiB, mostly) may be under way, so that the network need not wait for the reader.
    private static final int WINDOW = 8;

    private sealed interface Arrival {
        record Buffers(List<ByteBuffer> buffers) implements Arrival {}

        record End(@Nullable Throwable cause) implements Arrival {}
    }

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> current = new ArrayDeque<>();
    private volatile Duration stallLimit;
    private @Nullable AsyncBody body;
    private Arrival.@Nullable End end;
    private volatile boolean closed;

    BodyStream(Duration stallLimit) {
        this.stallLimit = stallLimit;
    }

    /// Changes how long the body may stay silent.
    void stallAfter(Duration limit) {
        stallLimit = limit;
    }

    /// Starts the flow, once the response's headers are there.
    void start(AsyncBody started) {
        body = started;
        var _ = started.done().whenComplete((nothing, cause) -> arrivals.add(new Arrival.End(cause)));
        for (int i = 0; i < WINDOW; i++) started.consume();
    }

    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody from) {
        arrivals.add(new Arrival.Buffers(buffers));
    }

    @Override
    public int read() throws IOException {
        return filled() ? current.element().get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!filled()) return -1;
        ByteBuffer buffer = current.element();
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        while (!current.isEmpty() && !current.element().hasRemaining()) current.remove();
        return current.isEmpty() ? 0 : current.element().remaining();
    }

    /// Waits until there is a byte to read; false at the end of the body.
    private boolean filled() throws IOException {
        while (available() == 0) {
            if (closed) throw new IOException("stream closed");
            if (end == null) next();
            if (end != null) {
                if (end.cause() != null) throw new IOException(end.cause());
                return false;
            }
        }
        return true;
    }

    private void next() throws IOException {
        Arrival arrival;
        try {
            arrival = arrivals.poll(stallLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        switch (arrival) {
            case null -> {
                close();
                throw new StalledException(stallLimit);
            }
            case Arrival.Buffers(var buffers) -> {
                current.addAll(buffers);
                if (body != null) body.consume();
            }
            case Arrival.End ended -> end = ended;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (body != null) body.cancel();
    }
}
