package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.ArrayList;
import java.util.List;

/// Deployments.
final class DeploymentProjector extends KindProjector {
    private static final Column<Ratio> READY = Column.ratio("ready");
    private static final Column<Long> UP_TO_DATE = Column.count("up-to-date");
    private static final Column<Long> AVAILABLE = Column.count("available");
    static final RowSchema SCHEMA = Columns.namespaced(READY, UP_TO_DATE, AVAILABLE);

    private final Condition condition = new Condition();
    private long wanted = 1;
    private long ready;
    private long updated;
    private long available;
    private boolean rollingOut;
    private boolean stalled;
    private boolean replicaFailure;

    DeploymentProjector() {
        super(SCHEMA, paths());
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(
                List.of("spec.replicas", "status.readyReplicas", "status.updatedReplicas", "status.availableReplicas"));
        paths.addAll(Condition.PATHS);
        return paths;
    }

    @Override
    protected void begin(String path) {
        if (path.equals(Condition.PATH)) condition.clear();
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.replicas" -> wanted = in.integer();
            case "status.readyReplicas" -> ready = in.integer();
            case "status.updatedReplicas" -> updated = in.integer();
            case "status.availableReplicas" -> available = in.integer();
            default -> {
                if (!condition.field(path, in)) in.skip();
            }
        }
    }

    @Override
    protected void end(String path) {
        if (!path.equals(Condition.PATH)) return;
        if (condition.is("Progressing")) {
            stalled = condition.reason().equals("ProgressDeadlineExceeded");
            rollingOut = condition.holds() && !condition.reason().equals("NewReplicaSetAvailable");
        } else if (condition.is("ReplicaFailure")) {
            replicaFailure = condition.holds();
        }
    }

    @Override
    Health cells(RowBuilder row) {
        row.set(READY, Replicas.ratio(ready, wanted)).set(UP_TO_DATE, updated).set(AVAILABLE, available);
        if (stalled) return Health.failed("health.deployment.stalled");
        if (replicaFailure) return Health.failed("health.deployment.replicaFailure");
        if (rollingOut || (updated < wanted && available >= wanted)) return Replicas.progressing(available, wanted);
        return Replicas.health(available, wanted);
    }

    @Override
    protected void clear() {
        condition.clear();
        wanted = 1;
        ready = 0;
        updated = 0;
        available = 0;
        rollingOut = false;
        stalled = false;
        replicaFailure = false;
    }
}
