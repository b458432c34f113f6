package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import org.jspecify.annotations.Nullable;

/// Stateful sets.
final class StatefulSetProjector extends KindProjector {
    private static final Column<Ratio> READY = Column.ratio("ready");
    private static final Column<String> SERVICE = Column.text("service");
    static final RowSchema SCHEMA =
            Columns.namespaced(READY, Columns.SELECTOR, SERVICE, Columns.CONTAINERS, Columns.IMAGES);

    private final PodTemplate template;
    private long wanted = 1;
    private long ready;
    private @Nullable String service;
    private String currentRevision = "";
    private String updateRevision = "";

    StatefulSetProjector() {
        this(new PodTemplate("spec.template.spec", "spec.selector"));
    }

    private StatefulSetProjector(PodTemplate template) {
        super(
                SCHEMA,
                template.pathsWith(
                        "spec.replicas",
                        "spec.serviceName",
                        "status.readyReplicas",
                        "status.currentRevision",
                        "status.updateRevision"));
        this.template = template;
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.replicas" -> wanted = in.integer();
            case "spec.serviceName" -> service = in.string();
            case "status.readyReplicas" -> ready = in.integer();
            case "status.currentRevision" -> currentRevision = in.string();
            case "status.updateRevision" -> updateRevision = in.string();
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
        row.set(READY, Replicas.ratio(ready, wanted))
                .set(SERVICE, service == null || service.isEmpty() ? null : service);
        boolean rollingOut = !currentRevision.equals(updateRevision);
        return rollingOut ? Replicas.progressing(ready, wanted) : Replicas.health(ready, wanted);
    }

    @Override
    protected void clear() {
        template.clear();
        wanted = 1;
        ready = 0;
        service = null;
        currentRevision = "";
        updateRevision = "";
    }
}
