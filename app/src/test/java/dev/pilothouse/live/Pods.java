package dev.pilothouse.live;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Labels;
import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of pods for tests.
public final class Pods {
    /// NAMESPACE.
    public static final Column<String> NAMESPACE = Column.text("namespace");

    /// NAME.
    public static final Column<String> NAME = Column.text("name");

    /// READY.
    public static final Column<Ratio> READY = Column.ratio("ready");

    /// STATUS.
    public static final Column<String> STATUS = Column.status("status");

    /// RESTARTS.
    public static final Column<Long> RESTARTS = Column.count("restarts");

    /// CPU.
    public static final Column<Long> CPU = Column.cpu("cpu");

    /// MEM.
    public static final Column<Long> MEMORY = Column.memory("mem");

    /// NODE.
    public static final Column<String> NODE = Column.text("node");

    /// AGE.
    public static final Column<Instant> AGE = Column.age("age");

    /// The columns.
    public static final RowSchema SCHEMA =
            new RowSchema(List.of(NAMESPACE, NAME, READY, STATUS, RESTARTS, CPU, MEMORY, NODE, AGE));

    /// The kind.
    public static final ResourceKind KIND = new ResourceKind(
            GroupVersionResource.core("pods"),
            "Pod",
            "pod",
            List.of("po"),
            List.of("all"),
            true,
            Set.of("list", "watch", "get", "delete"),
            Set.of("log", "exec"));

    private String name;
    private String namespace = "default";
    private @Nullable String uid;
    private String status = "Running";
    private @Nullable Long restarts = 0L;
    private @Nullable Long cpu;
    private @Nullable Long memory;
    private String node = "node-1";
    private Instant created = Instant.parse("2026-11-22T10:00:00Z");
    private Map<String, String> labels = Map.of();
    private Health health = Health.good();
    private @Nullable Owner owner;

    private Pods(String name) {
        this.name = name;
    }

    /// A running pod of this name in `default`.
    public static Pods pod(String name) {
        return new Pods(name);
    }

    public Pods in(String namespace) {
        this.namespace = namespace;
        return this;
    }

    public Pods uid(String uid) {
        this.uid = uid;
        return this;
    }

    public Pods status(String status) {
        this.status = status;
        return this;
    }

    public Pods restarts(@Nullable Long restarts) {
        this.restarts = restarts;
        return this;
    }

    public Pods cpu(long millicores) {
        this.cpu = millicores;
        return this;
    }

    public Pods memory(long bytes) {
        this.memory = bytes;
        return this;
    }

    public Pods node(String node) {
        this.node = node;
        return this;
    }

    public Pods created(Instant created) {
        this.created = created;
        return this;
    }

    public Pods labels(Map<String, String> labels) {
        this.labels = labels;
        return this;
    }

    public Pods failed() {
        this.health = Health.failed("health.pod.failed");
        return status("Error");
    }

    public Pods owner(String uid) {
        this.owner = new Owner("apps/v1", "ReplicaSet", "owner", uid);
        return this;
    }

    /// The row.
    public Row row() {
        return new RowBuilder(SCHEMA)
                .identity(uid == null ? "uid-" + namespace + "-" + name : uid, namespace, name)
                .created(created)
                .labels(Labels.of(labels))
                .health(health)
                .owner(owner)
                .set(NAMESPACE, namespace)
                .set(NAME, name)
                .set(READY, new Ratio(1, 1))
                .set(STATUS, status)
                .set(RESTARTS, restarts)
                .set(CPU, cpu)
                .set(MEMORY, memory)
                .set(NODE, node)
                .set(AGE, created)
                .build();
    }
}
