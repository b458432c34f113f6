package dev.pilothouse.kube.http;

import dev.pilothouse.kube.KubeException;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A response whose body is read as it arrives, unzipped and counted.
final class HttpResponseStream implements ApiTransport.Response {
    private final HttpResponse<?> response;
    private final BodyStream raw;
    private final InputStream body;
    private final Function<IOException, KubeException> failures;

    HttpResponseStream(
            HttpResponse<?> response, BodyStream raw, LongAdder bytes, Function<IOException, KubeException> failures) {
        this.response = response;
        this.raw = raw;
        this.failures = failures;
        boolean zipped = header("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
        this.body = new Counted(raw, zipped, bytes);
    }

    /// Changes how long the body may stay silent.
    void stallAfter(Duration limit) {
        raw.stallAfter(limit);
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public KubeException failureOf(IOException e) {
        return failures.apply(e);
    }

    @Override
    public void close() {
        raw.close();
    }

    /// Unzips from the first read on (the constructor of a `GZIPInputStream` would wait for the body) and counts.
    private static final class Counted extends InputStream {
        private static final int BUFFER = 32 * 1024;

        private final BodyStream raw;
        private final boolean zipped;
        private final LongAdder bytes;
        private @Nullable InputStream in;
        private boolean ended;

        Counted(BodyStream raw, boolean zipped, LongAdder bytes) {
            this.raw = raw;
            this.zipped = zipped;
            this.bytes = bytes;
        }

        private InputStream in() throws IOException {
            if (in == null) in = zipped ? new GZIPInputStream(raw, BUFFER) : raw;
            return in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (ended) return -1;
            int count = in().read(target, offset, length);
            if (count > 0) bytes.add(count);
            if (count < 0 && zipped) finish();
            return count;
        }

        /// Reads what follows the zipped bytes, which is the end: a connection is used again only once that was seen.
        /// Then gives back the memory that unzipping took outside of the heap.
        private void finish() throws IOException {
            byte[] _ = raw.readNBytes(BUFFER);
            ended = true;
            in().close();
        }

        @Override
        public int available() throws IOException {
            return in().available();
        }

        @Override
        public void close() {
            raw.close();
        }
    }
}
