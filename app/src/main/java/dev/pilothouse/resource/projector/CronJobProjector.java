package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Cron jobs.
final class CronJobProjector extends KindProjector {
    private static final Column<String> SCHEDULE = Column.text("schedule");
    private static final Column<String> SUSPEND = Column.text("suspend");
    private static final Column<Long> ACTIVE = Column.count("active");
    private static final Column<Instant> LAST_SCHEDULE = Column.age("last_schedule");
    static final RowSchema SCHEMA = Columns.namespaced(
            SCHEDULE, SUSPEND, ACTIVE, LAST_SCHEDULE, Columns.SELECTOR, Columns.CONTAINERS, Columns.IMAGES);

    private final PodTemplate template;
    private String schedule = "";
    private boolean suspended;
    private long active;
    private @Nullable Instant lastSchedule;

    CronJobProjector() {
        this(new PodTemplate("spec.jobTemplate.spec.template.spec", "spec.jobTemplate.spec.selector"));
    }

    private CronJobProjector(PodTemplate template) {
        super(
                SCHEMA,
                template.pathsWith("spec.schedule", "spec.suspend", "status.active.name", "status.lastScheduleTime"));
        this.template = template;
    }

    @Override
    protected void begin(String path) {
        if (path.equals("status.active")) active++;
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.schedule" -> schedule = in.string();
            case "spec.suspend" -> suspended = in.bool();
            case "status.active.name" -> in.skip();
            case "status.lastScheduleTime" -> lastSchedule = in.time();
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
        row.set(SCHEDULE, schedule)
                .set(SUSPEND, String.valueOf(suspended))
                .set(ACTIVE, active)
                .set(LAST_SCHEDULE, lastSchedule);
        return suspended ? Health.neutral("health.cronJob.suspended") : Health.good();
    }

    @Override
    protected void clear() {
        template.clear();
        schedule = "";
        suspended = false;
        active = 0;
        lastSchedule = null;
    }
}
