package dev.pilothouse.micro;

import dev.pilothouse.resource.Row;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The projectors of kinds that are small, where what a projector does is not lost in what is skipped; per list: 100
/// nodes, or 50 namespaces besides the cluster's own.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProjectorBenchmark {
    private final Decoding nodes = new Decoding("nodes");
    private final Decoding namespaces = new Decoding("namespaces");
    private final byte[] nodeList = Bodies.body("nodes", Bodies.PROTOBUF);
    private final byte[] namespaceList = Bodies.body("namespaces", Bodies.PROTOBUF);

    /// Nodes.
    @Benchmark
    public List<Row> nodes() {
        return nodes.rows(nodeList, Bodies.PROTOBUF);
    }

    /// Namespaces.
    @Benchmark
    public List<Row> namespaces() {
        return namespaces.rows(namespaceList, Bodies.PROTOBUF);
    }
}
