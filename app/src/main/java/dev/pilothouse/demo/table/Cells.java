package dev.pilothouse.demo.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.resource.Ages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What several kinds' cells share: ages, joined lists, selectors.
final class Cells {
    private final Clock clock;

    Cells(Clock clock) {
        this.clock = clock;
    }

    String age(ObjectNode object) {
        return since(object.path("metadata").path("creationTimestamp"));
    }

    /// How long ago a time was, or `<unknown>`.
    String since(JsonNode time) {
        var instant = Meta.time(time);
        return instant == null ? "<unknown>" : since(instant);
    }

    String since(Instant instant) {
        return Ages.of(Duration.between(instant, clock.instant()));
    }

    static String text(JsonNode object, String pointer) {
        return object.at(pointer).asText("");
    }

    static String text(JsonNode object, String pointer, String otherwise) {
        var text = object.at(pointer).asText("");
        return text.isEmpty() ? otherwise : text;
    }

    static int number(JsonNode object, String pointer) {
        return object.at(pointer).asInt(0);
    }

    static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    static String join(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).collect(Collectors.joining(","));
    }

    static String containers(ObjectNode workload) {
        return join(
                workload.at("/spec/template/spec/containers"),
                c -> c.path("name").asText());
    }

    static String images(ObjectNode workload) {
        return join(
                workload.at("/spec/template/spec/containers"),
                c -> c.path("image").asText());
    }

    static String labels(JsonNode labels) {
        return labels.properties().stream()
                .map(e -> e.getKey() + "=" + e.getValue().asText())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /// A label selector in its text form, or `<none>`.
    static String selector(JsonNode selector) {
        List<String> parts = new ArrayList<>();
        var plain = labels(selector.path("matchLabels"));
        if (!plain.isEmpty()) {
            parts.add(plain);
        }
        for (var expression : selector.path("matchExpressions")) {
            var key = expression.path("key").asText();
            var values = join(expression.path("values"), JsonNode::asText);
            parts.add(
                    switch (expression.path("operator").asText()) {
                        case "In" -> key + " in (" + values + ")";
                        case "NotIn" -> key + " notin (" + values + ")";
                        case "Exists" -> key;
                        default -> "!" + key;
                    });
        }
        return orNone(String.join(",", parts));
    }

    static String accessModes(JsonNode modes) {
        return join(modes, mode -> switch (mode.asText()) {
            case "ReadWriteOnce" -> "RWO";
            case "ReadOnlyMany" -> "ROX";
            case "ReadWriteMany" -> "RWX";
            default -> "RWOP";
        });
    }
}
