package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Events of the core group, with the columns of `kubectl get events -o wide`.
///
/// An event that repeats as a series keeps its count and its last time there; one that was sent once with a
/// precise time has only that.
final class EventProjector extends KindProjector {
    static final Column<Instant> LAST_SEEN = Column.age("last-seen");
    private static final Column<String> TYPE = Column.status("type");
    private static final Column<String> REASON = Column.text("reason");
    private static final Column<String> OBJECT = Column.text("object");
    private static final Column<String> SUBOBJECT = Column.text("subobject").onlyWide();
    private static final Column<String> SOURCE = Column.text("source").onlyWide();
    private static final Column<String> MESSAGE = Column.text("message");
    private static final Column<Instant> FIRST_SEEN = Column.age("first-seen").onlyWide();
    private static final Column<Long> COUNT = Column.count("count");
    static final RowSchema SCHEMA = new RowSchema(List.of(
            Columns.NAMESPACE,
            Columns.NAME.onlyWide(),
            LAST_SEEN,
            TYPE,
            REASON,
            OBJECT,
            SUBOBJECT,
            SOURCE,
            MESSAGE,
            FIRST_SEEN,
            COUNT,
            Columns.LABELS,
            Columns.VALID,
            Columns.AGE.onlyWide()));

    private String kind = "";
    private String objectName = "";
    private @Nullable String fieldPath;
    private String type = "";
    private String reason = "";
    private String message = "";
    private String component = "";
    private String host = "";
    private String controller = "";
    private String instance = "";
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant precise;
    private @Nullable Instant lastOfSeries;
    private long count;
    private long countOfSeries;

    EventProjector() {
        super(
                SCHEMA,
                List.of(
                        "involvedObject.kind",
                        "involvedObject.name",
                        "involvedObject.fieldPath",
                        "reason",
                        "message",
                        "type",
                        "source.component",
                        "source.host",
                        "reportingComponent",
                        "reportingInstance",
                        "firstTimestamp",
                        "lastTimestamp",
                        "eventTime",
                        "count",
                        "series.count",
                        "series.lastObservedTime"));
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "involvedObject.kind" -> kind = in.string();
            case "involvedObject.name" -> objectName = in.string();
            case "involvedObject.fieldPath" -> fieldPath = in.string();
            case "reason" -> reason = in.string();
            case "message" -> message = in.string();
            case "type" -> type = in.string();
            case "source.component" -> component = in.string();
            case "source.host" -> host = in.string();
            case "reportingComponent" -> controller = in.string();
            case "reportingInstance" -> instance = in.string();
            case "firstTimestamp" -> first = in.time();
            case "lastTimestamp" -> last = in.time();
            case "eventTime" -> precise = in.time();
            case "count" -> count = in.integer();
            case "series.count" -> countOfSeries = in.integer();
            case "series.lastObservedTime" -> lastOfSeries = in.time();
            default -> in.skip();
        }
    }

    @Override
    Health cells(RowBuilder row) {
        Instant firstSeen = first != null ? first : precise;
        Instant lastSeen = lastOfSeries != null ? lastOfSeries : last != null ? last : firstSeen;
        long times = countOfSeries > 0 ? countOfSeries : count;
        row.set(LAST_SEEN, lastSeen)
                .set(FIRST_SEEN, firstSeen)
                .set(TYPE, type)
                .set(REASON, reason)
                .set(OBJECT, kind.toLowerCase(Locale.ROOT) + "/" + objectName)
                .set(SUBOBJECT, fieldPath)
                .set(SOURCE, source())
                .set(MESSAGE, message.strip())
                .set(COUNT, Math.max(1, times));
        return type.equals("Warning") ? Health.warning("health.event.warning") : Health.good();
    }

    private @Nullable String source() {
        String who = component.isEmpty() ? controller : component;
        String where = host.isEmpty() ? instance : host;
        if (who.isEmpty()) return null;
        return where.isEmpty() ? who : who + ", " + where;
    }

    @Override
    protected void clear() {
        kind = "";
        objectName = "";
        fieldPath = null;
        type = "";
        reason = "";
        message = "";
        component = "";
        host = "";
        controller = "";
        instance = "";
        first = null;
        last = null;
        precise = null;
        lastOfSeries = null;
        count = 0;
        countOfSeries = 0;
    }
}
