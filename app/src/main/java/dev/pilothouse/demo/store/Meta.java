package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Reads and writes the metadata that every object has.
public final class Meta {

    private Meta() {}

    /// The metadata of an object, made where it is missing.
    public static ObjectNode of(ObjectNode object) {
        return object.withObject("/metadata");
    }

    /// The name, or empty.
    public static String name(JsonNode object) {
        return text(object, "name");
    }

    /// The namespace, or empty.
    public static String namespace(JsonNode object) {
        return text(object, "namespace");
    }

    /// The uid, or empty.
    public static String uid(JsonNode object) {
        return text(object, "uid");
    }

    /// The resource version, or empty.
    public static String resourceVersion(JsonNode object) {
        return text(object, "resourceVersion");
    }

    /// The labels, possibly missing.
    public static JsonNode labels(JsonNode object) {
        return object.path("metadata").path("labels");
    }

    /// When it was created, or null.
    public static @Nullable Instant created(JsonNode object) {
        return time(object.path("metadata").path("creationTimestamp"));
    }

    /// Whether its deletion has been asked for.
    public static boolean terminating(JsonNode object) {
        return !text(object, "deletionTimestamp").isEmpty();
    }

    /// The uid of the owner that controls it, or empty.
    public static String controller(JsonNode object) {
        for (var owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner.path("uid").asText();
            }
        }
        return "";
    }

    /// Makes `owner` the controlling owner of `object`.
    public static void ownedBy(ObjectNode object, JsonNode owner) {
        of(object)
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /// A time as the API server writes it: whole seconds, UTC.
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// A time read back, or null where there is none.
    public static @Nullable Instant time(JsonNode value) {
        try {
            return value.isTextual() ? Instant.parse(value.asText()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }
}
