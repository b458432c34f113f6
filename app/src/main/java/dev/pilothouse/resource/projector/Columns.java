package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Labels;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The columns that several kinds share. Ids are K9s's headers in lower case.
public final class Columns {
    /// The namespace.
    public static final Column<String> NAMESPACE = Column.text("namespace");

    /// The name.
    public static final Column<String> NAME = Column.text("name");

    /// The labels.
    public static final Column<Labels> LABELS = Column.labels("labels").onlyWide();

    /// Why the object is not well, as a message key; empty where it is well or its state says all.
    public static final Column<String> VALID = Column.message("valid").onlyWide();

    /// When the object was created.
    public static final Column<Instant> AGE = Column.age("age");

    /// CPU in use, in millicores.
    public static final Column<Long> CPU = Column.cpu("cpu");

    /// Memory in use (the working set), in bytes.
    public static final Column<Long> MEMORY = Column.memory("mem");

    /// CPU in use as a share of what is requested.
    public static final Column<Integer> CPU_OF_REQUEST = Column.percent("%cpu/r");

    /// CPU in use as a share of the limit.
    public static final Column<Integer> CPU_OF_LIMIT = Column.percent("%cpu/l");

    /// Memory in use as a share of what is requested.
    public static final Column<Integer> MEMORY_OF_REQUEST = Column.percent("%mem/r");

    /// Memory in use as a share of the limit.
    public static final Column<Integer> MEMORY_OF_LIMIT = Column.percent("%mem/l");

    /// CPU requested and allowed, in millicores.
    public static final Column<Bounds> CPU_BOUNDS =
            Column.bounds("cpu/rl", Column.Type.CPU_BOUNDS).onlyWide();

    /// Memory requested and allowed, in bytes.
    public static final Column<Bounds> MEMORY_BOUNDS =
            Column.bounds("mem/rl", Column.Type.MEMORY_BOUNDS).onlyWide();

    /// GPUs requested and allowed.
    public static final Column<Bounds> GPU_BOUNDS =
            Column.bounds("gpu/rl", Column.Type.COUNT_BOUNDS).onlyWide();

    /// CPU in use as a share of what a node can give to pods.
    public static final Column<Integer> CPU_OF_ALLOCATABLE = Column.percent("%cpu");

    /// Memory in use as a share of what a node can give to pods.
    public static final Column<Integer> MEMORY_OF_ALLOCATABLE = Column.percent("%mem");

    /// CPU that a node can give to pods, in millicores.
    public static final Column<Long> CPU_ALLOCATABLE = Column.cpu("cpu/a");

    /// Memory that a node can give to pods, in bytes.
    public static final Column<Long> MEMORY_ALLOCATABLE = Column.memory("mem/a");

    /// How many pods are on a node.
    public static final Column<Long> PODS = Column.count("pods");

    /// The names of a template's containers.
    static final Column<String> CONTAINERS = Column.text("containers").onlyWide();

    /// The images of a template's containers.
    static final Column<String> IMAGES = Column.text("images").onlyWide();

    /// Which pods are selected.
    static final Column<String> SELECTOR = Column.text("selector").onlyWide();

    private Columns() {}

    /// The columns of a namespaced kind: namespace and name first, labels, health and age last.
    static RowSchema namespaced(Column<?>... own) {
        return schema(List.of(NAMESPACE, NAME), own);
    }

    /// The columns of a cluster-scoped kind: the name first, labels, health and age last.
    static RowSchema clusterScoped(Column<?>... own) {
        return schema(List.of(NAME), own);
    }

    private static RowSchema schema(List<Column<?>> first, Column<?>... own) {
        List<Column<?>> all = new ArrayList<>(first);
        all.addAll(List.of(own));
        all.addAll(List.of(LABELS, VALID, AGE));
        return new RowSchema(all);
    }
}
