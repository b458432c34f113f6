package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;

/// Replica sets.
final class ReplicaSetProjector extends KindProjector {
    private static final Column<Long> DESIRED = Column.count("desired");
    private static final Column<Long> CURRENT = Column.count("current");
    private static final Column<Long> READY = Column.count("ready");
    static final RowSchema SCHEMA =
            Columns.namespaced(DESIRED, CURRENT, READY, Columns.CONTAINERS, Columns.IMAGES, Columns.SELECTOR);

    private final PodTemplate template;
    private long desired = 1;
    private long current;
    private long ready;

    ReplicaSetProjector() {
        this(new PodTemplate("spec.template.spec", "spec.selector"));
    }

    private ReplicaSetProjector(PodTemplate template) {
        super(SCHEMA, template.pathsWith("spec.replicas", "status.replicas", "status.readyReplicas"));
        this.template = template;
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.replicas" -> desired = in.integer();
            case "status.replicas" -> current = in.integer();
            case "status.readyReplicas" -> ready = in.integer();
            default -> template.field(path, in);
        }
    }

    @Override
    protected void end(String path) {
        template.end(path);
    }

    @Override
    Health cells(RowBuilder row) {
        template.fill(row);
        row.set(DESIRED, desired).set(CURRENT, current).set(READY, ready);
        return current > desired ? Replicas.progressing(ready, desired) : Replicas.health(ready, desired);
    }

    @Override
    protected void clear() {
        template.clear();
        desired = 1;
        current = 0;
        ready = 0;
    }
}
