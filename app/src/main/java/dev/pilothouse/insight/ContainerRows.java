package dev.pilothouse.insight;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.resource.projector.ContainerTrouble;
import dev.pilothouse.resource.projector.Gpu;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The containers of a pod, with K9s's columns. The index says what a container is: `I1` an init container,
/// `M1` a main one, `E1` an ephemeral one.
final class ContainerRows {
    static final Column<String> INDEX = new Column<>("idx", Column.Type.TEXT, false, byIndex());
    private static final Column<String> IMAGE = Column.text("image");
    private static final Column<String> READY = Column.text("ready");
    private static final Column<String> STATE = Column.status("state");
    private static final Column<Long> RESTARTS = Column.count("restarts");
    private static final Column<String> PROBES = Column.text("probes(l:r:s)");
    private static final Column<Bounds> CPU_BOUNDS = Column.bounds("cpu/rl", Column.Type.CPU_BOUNDS);
    private static final Column<Bounds> MEMORY_BOUNDS = Column.bounds("mem/rl", Column.Type.MEMORY_BOUNDS);
    private static final Column<String> PORTS = Column.text("ports");
    static final RowSchema SCHEMA = new RowSchema(List.of(
            INDEX,
            Columns.NAME,
            IMAGE,
            READY,
            STATE,
            RESTARTS,
            PROBES,
            Columns.CPU,
            CPU_BOUNDS,
            Columns.CPU_OF_REQUEST,
            Columns.CPU_OF_LIMIT,
            Columns.MEMORY,
            MEMORY_BOUNDS,
            Columns.MEMORY_OF_REQUEST,
            Columns.MEMORY_OF_LIMIT,
            Columns.GPU_BOUNDS,
            PORTS,
            Columns.VALID,
            Columns.AGE));

    /// The three lists of containers in a pod.
    private enum Role {
        INIT("I", "initContainers", "initContainerStatuses"),
        MAIN("M", "containers", "containerStatuses"),
        EPHEMERAL("E", "ephemeralContainers", "ephemeralContainerStatuses");

        private final String letter;
        private final String spec;
        private final String statuses;

        Role(String letter, String spec, String statuses) {
            this.letter = letter;
            this.spec = spec;
            this.statuses = statuses;
        }
    }

    private ContainerRows() {}

    private static Comparator<String> byIndex() {
        return Comparator.<String>comparingInt(index -> index.isEmpty() ? -1 : "IME".indexOf(index.charAt(0)))
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder());
    }

    /// The rows of a pod.
    static List<Row> of(KubeObject pod) {
        List<Row> rows = new ArrayList<>();
        RowBuilder row = new RowBuilder(SCHEMA);
        for (Role role : Role.values()) {
            Map<String, KubeObject> statuses = new HashMap<>();
            for (KubeObject status : pod.objects("status", role.statuses)) statuses.put(status.string("name"), status);
            int number = 0;
            for (KubeObject container : pod.objects("spec", role.spec)) {
                KubeObject status = statuses.getOrDefault(container.string("name"), new KubeObject(Map.of()));
                row.set(INDEX, role.letter + ++number);
                rows.add(fill(row, pod, role, container, status));
            }
        }
        return rows;
    }

    private static Row fill(RowBuilder row, KubeObject pod, Role role, KubeObject container, KubeObject status) {
        String name = container.string("name");
        Health health = health(role, container, status);
        Long restarts = Quantity.units(status.string("restartCount"));
        return row.identity(pod.uid() + "/" + name, pod.namespace(), name)
                .created(started(status))
                .health(health)
                .set(Columns.NAME, name)
                .set(IMAGE, container.string("image"))
                .set(READY, String.valueOf(Boolean.TRUE.equals(status.at("ready"))))
                .set(STATE, state(status))
                .set(RESTARTS, restarts == null ? 0 : restarts)
                .set(PROBES, probes(container))
                .set(CPU_BOUNDS, bounds(container, "cpu"))
                .set(MEMORY_BOUNDS, bounds(container, "memory"))
                .set(Columns.GPU_BOUNDS, gpuBounds(container))
                .set(PORTS, ports(container))
                .set(Columns.VALID, health.reason())
                .set(Columns.AGE, started(status))
                .build();
    }

    private static @Nullable String state(KubeObject status) {
        if (status.at("state", "waiting") != null) return or(status.string("state", "waiting", "reason"), "Waiting");
        if (status.at("state", "terminated") != null) {
            return or(status.string("state", "terminated", "reason"), "Terminated");
        }
        return status.at("state", "running") == null ? null : "Running";
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static @Nullable Instant started(KubeObject status) {
        String text =
                or(status.string("state", "running", "startedAt"), status.string("state", "terminated", "startedAt"));
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Health health(Role role, KubeObject container, KubeObject status) {
        String state = state(status);
        if (state == null) return Health.progressing();
        if (status.at("state", "terminated") != null) {
            boolean well = status.string("state", "terminated", "exitCode").equals("0");
            return well ? Health.finished() : Health.failed(ContainerTrouble.key(state, "health.pod.container"));
        }
        if (status.at("state", "waiting") != null) {
            if (ContainerTrouble.isOnItsWay(state)) return Health.progressing();
            return Health.failed(ContainerTrouble.key(state, "health.pod.container"));
        }
        if (role == Role.EPHEMERAL || Boolean.TRUE.equals(status.at("ready"))) return Health.good();
        boolean passing =
                role == Role.INIT && !container.string("restartPolicy").equals("Always");
        return passing ? Health.progressing() : Health.warning("health.container.notReady");
    }

    /// Whether there is a liveness, a readiness and a startup probe: `on:on:off`.
    private static String probes(KubeObject container) {
        return probe(container, "livenessProbe") + ":" + probe(container, "readinessProbe") + ":"
                + probe(container, "startupProbe");
    }

    private static String probe(KubeObject container, String field) {
        return container.at(field) == null ? "off" : "on";
    }

    private static @Nullable Bounds bounds(KubeObject container, String resource) {
        long request = amount(container.string("resources", "requests", resource), resource);
        return bounds(request, amount(container.string("resources", "limits", resource), resource));
    }

    /// All GPUs of whichever maker, as for pods.
    private static @Nullable Bounds gpuBounds(KubeObject container) {
        return bounds(gpus(container.map("resources", "requests")), gpus(container.map("resources", "limits")));
    }

    private static long gpus(Map<String, @Nullable Object> resources) {
        long sum = Bounds.UNSET;
        for (var entry : resources.entrySet()) {
            long amount =
                    Gpu.is(entry.getKey()) ? amount(String.valueOf(entry.getValue()), entry.getKey()) : Bounds.UNSET;
            if (amount == Bounds.UNSET) continue;
            sum = sum == Bounds.UNSET ? amount : amount > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + amount;
        }
        return sum;
    }

    private static @Nullable Bounds bounds(long request, long limit) {
        if (request == Bounds.UNSET && limit == Bounds.UNSET) return null;
        return new Bounds(request == Bounds.UNSET ? limit : request, limit);
    }

    private static long amount(String quantity, String resource) {
        Long value = resource.equals("cpu") ? Quantity.millis(quantity) : Quantity.units(quantity);
        return value == null || value < 0 ? Bounds.UNSET : value;
    }

    private static @Nullable String ports(KubeObject container) {
        List<String> ports = new ArrayList<>();
        for (KubeObject port : container.objects("ports")) {
            String name = port.string("name");
            String protocol = port.string("protocol");
            String tail = protocol.isEmpty() || protocol.equals("TCP") ? "" : "╱" + protocol;
            ports.add((name.isEmpty() ? "" : name + ":") + port.string("containerPort") + tail);
        }
        return ports.isEmpty() ? null : String.join(",", ports);
    }
}
