package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Records events, counting one that repeats, and forgets them after an hour as the real server does.
final class EventRecorder {
    private static final Duration KEPT = Duration.ofHours(1);

    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Clock clock;

    EventRecorder(ObjectStore store, Kinds kinds, Names names, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.clock = clock;
    }

    void normal(ObjectNode about, String component, String reason, String message) {
        record(about, component, "Normal", reason, message, clock.instant(), 1, clock.instant());
    }

    void warning(ObjectNode about, String component, String reason, String message) {
        record(about, component, "Warning", reason, message, clock.instant(), 1, clock.instant());
    }

    /// Records an event that has been seen before.
    void record(
            ObjectNode about,
            String component,
            String type,
            String reason,
            String message,
            Instant first,
            int count,
            Instant last) {
        var kind = kinds.named("Event");
        var namespace = Meta.namespace(about).isEmpty() ? "default" : Meta.namespace(about);
        var name =
                Meta.name(about) + "." + Long.toHexString(names.stable(Meta.uid(about) + component + reason + message));
        if (store.find(kind, namespace, name) != null) {
            store.update(kind, namespace, name, event -> {
                event.put("count", event.path("count").asInt() + 1);
                return event.put("lastTimestamp", Meta.time(last));
            });
            return;
        }
        var event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event").put("apiVersion", "v1");
        Meta.of(event).put("name", name).put("namespace", namespace).put("uid", names.uid());
        Meta.of(event).put("creationTimestamp", Meta.time(first));
        event.putObject("involvedObject")
                .put("kind", about.path("kind").asText())
                .put("namespace", Meta.namespace(about))
                .put("name", Meta.name(about))
                .put("uid", Meta.uid(about))
                .put("apiVersion", about.path("apiVersion").asText())
                .put("resourceVersion", Meta.resourceVersion(about));
        event.put("reason", reason).put("message", message);
        var source = event.putObject("source").put("component", component);
        var node = about.at("/spec/nodeName").asText();
        if (component.equals("kubelet") && !node.isEmpty()) {
            source.put("host", node);
        }
        event.put("firstTimestamp", Meta.time(first)).put("lastTimestamp", Meta.time(last));
        event.put("count", count).put("type", type).putNull("eventTime");
        event.put("reportingComponent", component).put("reportingInstance", component.equals("kubelet") ? node : "");
        store.create(kind, event);
    }

    /// Removes events that nobody has seen again for an hour.
    void forget() {
        var kind = kinds.named("Event");
        var oldest = clock.instant().minus(KEPT);
        for (var event : store.list(kind).objects()) {
            var last = Meta.time(event.path("lastTimestamp"));
            if (last != null && last.isBefore(oldest)) {
                store.delete(kind, Meta.namespace(event), Meta.name(event), "");
            }
        }
    }
}
