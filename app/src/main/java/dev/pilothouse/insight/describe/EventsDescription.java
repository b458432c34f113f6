package dev.pilothouse.insight.describe;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.KubeObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The section `Events`, oldest first.
final class EventsDescription {
    private EventsDescription() {}

    static void describe(Surroundings around, DescriptionWriter out) {
        List<KubeObject> events = around.events();
        if (events == null) {
            Failure failure = around.eventsFailure();
            out.field("Events", failure == null ? "" : "<" + failure.name() + ": " + failure.request() + ">");
        } else if (events.isEmpty()) {
            out.field("Events", "");
        } else {
            out.section(
                    "Events",
                    part -> part.table(
                            List.of("Type", "Reason", "Age", "From", "Message"),
                            events.stream()
                                    .sorted(Comparator.comparing(EventsDescription::lastSeen))
                                    .map(event -> row(event, around.now()))
                                    .toList()));
        }
    }

    private static List<String> row(KubeObject event, Instant now) {
        String source = event.string("source", "component");
        return List.of(
                event.string("type"),
                event.string("reason"),
                age(event, now),
                source.isEmpty() ? event.string("reportingComponent") : source,
                event.string("message").strip());
    }

    private static String age(KubeObject event, Instant now) {
        String first = event.string("eventTime").isEmpty() ? event.string("firstTimestamp") : event.string("eventTime");
        String since = Times.age(first, now);
        if (event.at("series") != null)
            return Times.age(event.string("series", "lastObservedTime"), now) + " (x" + event.string("series", "count")
                    + " over " + since + ")";
        String count = event.string("count");
        if (count.isEmpty() || count.equals("0") || count.equals("1")) return since;
        return Times.age(event.string("lastTimestamp"), now) + " (x" + count + " over " + since + ")";
    }

    private static Instant lastSeen(KubeObject event) {
        for (String[] path : new String[][] {
            {"series", "lastObservedTime"}, {"lastTimestamp"}, {"eventTime"}, {"metadata", "creationTimestamp"}
        }) {
            Instant time = Times.parse(event.string(path));
            if (time != null) return time;
        }
        return Instant.EPOCH;
    }
}
