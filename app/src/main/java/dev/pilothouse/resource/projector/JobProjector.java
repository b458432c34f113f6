package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.Span;
import dev.pilothouse.resource.stream.ObjectStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Jobs.
final class JobProjector extends KindProjector {
    private static final Column<String> COMPLETIONS = Column.text("completions");
    private static final Column<Span> DURATION = Column.duration("duration");
    static final RowSchema SCHEMA =
            Columns.namespaced(COMPLETIONS, DURATION, Columns.SELECTOR, Columns.CONTAINERS, Columns.IMAGES);

    private final PodTemplate template;
    private final Condition condition = new Condition();
    private long completions = -1;
    private long parallelism;
    private boolean suspended;
    private long succeeded;
    private long failures;
    private @Nullable Instant started;
    private @Nullable Instant completed;
    private boolean complete;
    private boolean failed;

    JobProjector() {
        this(new PodTemplate("spec.template.spec", "spec.selector"));
    }

    private JobProjector(PodTemplate template) {
        super(
                SCHEMA,
                template.pathsWith(
                        "spec.completions",
                        "spec.parallelism",
                        "spec.suspend",
                        "status.succeeded",
                        "status.failed",
                        "status.startTime",
                        "status.completionTime",
                        "status.conditions.type",
                        "status.conditions.status",
                        "status.conditions.reason"));
        this.template = template;
    }

    @Override
    protected void begin(String path) {
        if (path.equals(Condition.PATH)) condition.clear();
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.completions" -> completions = in.integer();
            case "spec.parallelism" -> parallelism = in.integer();
            case "spec.suspend" -> suspended = in.bool();
            case "status.succeeded" -> succeeded = in.integer();
            case "status.failed" -> failures = in.integer();
            case "status.startTime" -> started = in.time();
            case "status.completionTime" -> completed = in.time();
            default -> {
                if (!condition.field(path, in)) template.field(path, in);
            }
        }
    }

    @Override
    protected void end(String path) {
        template.end(path);
        if (!path.equals(Condition.PATH)) return;
        if (condition.is("Complete")) complete = condition.holds();
        else if (condition.is("Failed")) failed = condition.holds();
    }

    @Override
    Health cells(RowBuilder row) {
        template.fill(row);
        row.set(COMPLETIONS, completionsText()).set(DURATION, Span.of(started, completed));
        if (failed) return Health.failed("health.job.failed");
        if (complete) return Health.finished();
        if (failures > 0) return Health.warning("health.job.retrying");
        return suspended ? Health.good() : Health.progressing();
    }

    /// `1/3`, or `1/1 of 4` for a job whose pods share a queue of work.
    private String completionsText() {
        if (completions >= 0) return succeeded + "/" + completions;
        return succeeded + (parallelism > 1 ? "/1 of " + parallelism : "/1");
    }

    @Override
    protected void clear() {
        template.clear();
        condition.clear();
        completions = -1;
        parallelism = 0;
        suspended = false;
        succeeded = 0;
        failures = 0;
        started = null;
        completed = null;
        complete = false;
        failed = false;
    }
}
