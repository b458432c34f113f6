package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.List;

/// Daemon sets.
final class DaemonSetProjector extends KindProjector {
    private static final Column<Long> DESIRED = Column.count("desired");
    private static final Column<Long> CURRENT = Column.count("current");
    private static final Column<Long> READY = Column.count("ready");
    private static final Column<Long> UP_TO_DATE = Column.count("up-to-date");
    private static final Column<Long> AVAILABLE = Column.count("available");
    static final RowSchema SCHEMA = Columns.namespaced(DESIRED, CURRENT, READY, UP_TO_DATE, AVAILABLE);

    private long desired;
    private long current;
    private long ready;
    private long updated;
    private long available;

    DaemonSetProjector() {
        super(
                SCHEMA,
                List.of(
                        "status.desiredNumberScheduled",
                        "status.currentNumberScheduled",
                        "status.numberReady",
                        "status.updatedNumberScheduled",
                        "status.numberAvailable"));
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "status.desiredNumberScheduled" -> desired = in.integer();
            case "status.currentNumberScheduled" -> current = in.integer();
            case "status.numberReady" -> ready = in.integer();
            case "status.updatedNumberScheduled" -> updated = in.integer();
            case "status.numberAvailable" -> available = in.integer();
            default -> in.skip();
        }
    }

    @Override
    Health cells(RowBuilder row) {
        row.set(DESIRED, desired)
                .set(CURRENT, current)
                .set(READY, ready)
                .set(UP_TO_DATE, updated)
                .set(AVAILABLE, available);
        return updated < desired ? Replicas.progressing(ready, desired) : Replicas.health(ready, desired);
    }

    @Override
    protected void clear() {
        desired = 0;
        current = 0;
        ready = 0;
        updated = 0;
        available = 0;
    }
}
