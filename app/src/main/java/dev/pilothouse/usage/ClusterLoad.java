package dev.pilothouse.usage;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How much of what the nodes of a cluster can give is used, now and over the last minutes.
///
/// Follows the nodes, and asks for their usage with the same request as a table of nodes would. A user who may
/// read neither, or a cluster without a metrics API, has no points.
public final class ClusterLoad implements AutoCloseable {
    /// As many points are kept: ten minutes, at one sample in ten seconds.
    static final int LENGTH = 60;

    private static final ResourceKind NODES = new ResourceKind(
            GroupVersionResource.core("nodes"),
            "Node",
            "node",
            List.of("no"),
            List.of(),
            false,
            Set.of("get", "list", "watch"),
            Set.of());

    private final Usage usage;
    private final Consumer<List<Point>> listener;
    private final Nodes nodes = new Nodes();
    private final Deque<Point> points = new ArrayDeque<>();
    private Map<String, Instant> measuredAt = Map.of();
    private final RowOverlay.Session session;
    private final Reflection reflection;

    /// Follows the load of a cluster until it is closed.
    ///
    /// @param listener hears all points, the oldest first, whenever there is a new one or there are none any more
    ClusterLoad(Usage usage, ResourceReader reader, Consumer<List<Point>> listener) {
        this.usage = usage;
        this.listener = listener;
        session = usage.start(TableRequest.of(NODES, NamespaceScope.all()), this::measured);
        reflection = reader.reflect(new Query(NODES, "", "", ""), Allocatable::new, nodes);
    }

    /// The load at one moment, of all nodes that were measured.
    ///
    /// @param time when the newest measurement ended
    /// @param cpu used, in millicores
    /// @param cpuAllocatable what the nodes can give, in millicores; never 0
    /// @param memory the working sets, in bytes
    /// @param memoryAllocatable what the nodes can give, in bytes; never 0
    public record Point(Instant time, long cpu, long cpuAllocatable, long memory, long memoryAllocatable) {

        /// The used part of the CPU, 1 for all of it.
        public double cpuShare() {
            return (double) cpu / cpuAllocatable;
        }

        /// The used part of the memory, 1 for all of it.
        public double memoryShare() {
            return (double) memory / memoryAllocatable;
        }
    }

    private void measured() {
        List<Point> told;
        synchronized (points) {
            Map<String, Instant> times = nodes.times(usage);
            Point point = nodes.sum(usage);
            if (point == null) {
                if (points.isEmpty()) return;
                points.clear();
            } else {
                if (!points.isEmpty() && times.equals(measuredAt)) return; // the server has not measured since
                measuredAt = times;
                points.addLast(point);
                if (points.size() > LENGTH) points.removeFirst();
            }
            told = List.copyOf(points);
        }
        listener.accept(told);
    }

    @Override
    public void close() {
        session.close();
        reflection.close();
    }

    /// What each node can give.
    private final class Nodes extends FollowedValues<Row> {

        /// When each node was measured last. No one time can stand for all: clocks of nodes differ.
        synchronized Map<String, Instant> times(Usage measured) {
            Map<String, Instant> times = new HashMap<>();
            for (Row node : values()) {
                Sample sample = measured.node(node.name());
                if (sample != null) times.put(node.name(), sample.measured().time());
            }
            return times;
        }

        /// The sum over all nodes that were measured; null where none was.
        synchronized @Nullable Point sum(Usage measured) {
            Instant time = Instant.MIN;
            long cpu = 0;
            long cpuAllocatable = 0;
            long memory = 0;
            long memoryAllocatable = 0;
            for (Row node : values()) {
                Sample sample = measured.node(node.name());
                if (sample == null) continue;
                Instant at = sample.measured().time();
                if (at.isAfter(time)) time = at;
                cpu = Sample.plus(cpu, sample.cpu());
                memory = Sample.plus(memory, sample.memory());
                cpuAllocatable = Sample.plus(cpuAllocatable, Allocatable.cpu(node));
                memoryAllocatable = Sample.plus(memoryAllocatable, Allocatable.memory(node));
            }
            return cpuAllocatable > 0 && memoryAllocatable > 0
                    ? new Point(time, cpu, cpuAllocatable, memory, memoryAllocatable)
                    : null;
        }

        @Override
        protected Row valueOf(Row row) {
            return row;
        }

        @Override
        protected void relisted() {
            measured(); // the first sample may have come before the nodes
        }

        @Override
        protected void moved() {
            // The next sample counts it.
        }

        @Override
        public void state(SyncState state, long bytes) {
            // Nodes that were seen count on while the list is stale: the usage says by itself when it grows old.
        }
    }

    /// What a node can give.
    private static final class Allocatable extends Projector {
        private static final RowSchema SCHEMA =
                new RowSchema(List.of(Columns.CPU_ALLOCATABLE, Columns.MEMORY_ALLOCATABLE));

        private @Nullable Long cpu;
        private @Nullable Long memory;

        Allocatable() {
            super(SCHEMA, List.of("status.allocatable"));
        }

        static long cpu(Row node) {
            return node.cell(0) instanceof Long value ? value : 0;
        }

        static long memory(Row node) {
            return node.cell(1) instanceof Long value ? value : 0;
        }

        @Override
        protected void field(String path, ObjectStream in) {
            String resource = in.key();
            String quantity = in.quantity();
            switch (resource) {
                case "cpu" -> cpu = Quantity.millis(quantity);
                case "memory" -> memory = Quantity.units(quantity);
                default -> {}
            }
        }

        @Override
        protected void fill(RowBuilder row) {
            row.set(Columns.CPU_ALLOCATABLE, cpu).set(Columns.MEMORY_ALLOCATABLE, memory);
        }

        @Override
        protected void clear() {
            cpu = null;
            memory = null;
        }
    }
}
