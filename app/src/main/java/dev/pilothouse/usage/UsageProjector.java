package dev.pilothouse.usage;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads PodMetrics and NodeMetrics of `metrics.k8s.io/v1beta1` into samples.
final class UsageProjector extends Projector {
    static final ResourceKind PODS = kind("pods", "PodMetrics", true);
    static final ResourceKind NODES = kind("nodes", "NodeMetrics", false);

    private static final Column<Sample> SAMPLE = new Column<>(
            "sample",
            Column.Type.TEXT,
            false,
            Comparator.comparing((Sample sample) -> sample.measured().time()));
    private static final RowSchema SCHEMA = new RowSchema(List.of(SAMPLE));

    private final List<Sample.Container> containers = new ArrayList<>();
    private @Nullable Instant time;
    private String window = "";
    private String name = "";
    private long cpu;
    private long memory;

    UsageProjector() {
        super(SCHEMA, List.of("timestamp", "window", "containers.name", "containers.usage", "usage"));
    }

    private static ResourceKind kind(String resource, String kind, boolean namespaced) {
        GroupVersionResource gvr = new GroupVersionResource("metrics.k8s.io", "v1beta1", resource);
        return new ResourceKind(gvr, kind, "", List.of(), List.of(), namespaced, Set.of("get", "list"), Set.of());
    }

    /// The sample of a row that this projector made, or null where the server gave no time for it.
    static @Nullable Sample sample(Row row) {
        return (Sample) row.cell(0);
    }

    @Override
    protected void begin(String path) {
        if (!path.equals("containers")) return;
        name = "";
        cpu = 0;
        memory = 0;
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "timestamp" -> time = in.time();
            case "window" -> window = in.string();
            case "containers.name" -> name = in.string();
            case "containers.usage", "usage" -> use(in.key(), in);
            default -> in.skip();
        }
    }

    @Override
    protected void end(String path) {
        if (path.equals("containers")) containers.add(new Sample.Container(name, cpu, memory));
    }

    private void use(String resource, ObjectStream in) {
        switch (resource) {
            case "cpu" -> cpu = orZero(Quantity.millis(in.quantity()));
            case "memory" -> memory = orZero(Quantity.units(in.quantity()));
            default -> in.skip();
        }
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : Math.max(0, value);
    }

    @Override
    protected void fill(RowBuilder row) {
        if (time == null) return;
        Measured measured = Measured.of(time, GoDuration.parse(window));
        if (containers.isEmpty()) {
            row.set(SAMPLE, new Sample(cpu, memory, measured, List.of()));
            return;
        }
        row.set(SAMPLE, Sample.of(containers, measured));
    }

    @Override
    protected void clear() {
        containers.clear();
        time = null;
        window = "";
        name = "";
        cpu = 0;
        memory = 0;
    }
}
