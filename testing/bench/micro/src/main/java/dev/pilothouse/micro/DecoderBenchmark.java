package dev.pilothouse.micro;

import dev.pilothouse.resource.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Bytes to rows: a page of 500 pods of 11 KB, per pod.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DecoderBenchmark.PAGE)
public class DecoderBenchmark {
    static final int PAGE = 500;

    private final Decoding pods = new Decoding("pods");
    private final byte[] protobuf = Bodies.body("pods", Bodies.PROTOBUF);
    private final byte[] json = Bodies.body("pods", Bodies.JSON);
    private final byte[] packed = gzip(protobuf);

    /// Protobuf.
    @Benchmark
    public List<Row> protobuf() {
        return pods.rows(protobuf, Bodies.PROTOBUF);
    }

    /// Protobuf, with no cells made: the rest of `protobuf` is the projector of pods, and what it has the decoder read.
    @Benchmark
    public List<Row> protobufMetadata() {
        return pods.bareRows(protobuf, Bodies.PROTOBUF);
    }

    /// Protobuf, inflated on the way, as a cluster sends it.
    @Benchmark
    public List<Row> protobufPacked() throws IOException {
        return pods.rows(new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16), Bodies.PROTOBUF);
    }

    /// JSON.
    @Benchmark
    public List<Row> json() {
        return pods.rows(json, Bodies.JSON);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
