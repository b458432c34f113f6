package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.resource.GroupVersionResource;

/// An answer other than success, as the API server words it: a `Status` with code, reason, message and details.
public final class StatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;
    private final transient ObjectNode details = JsonNodeFactory.instance.objectNode();

    /// A status without details.
    public StatusException(int code, String reason, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /// 404 for an object.
    public static StatusException notFound(GroupVersionResource kind, String name) {
        return new StatusException(404, "NotFound", qualified(kind) + " \"" + name + "\" not found").about(kind, name);
    }

    /// 404 for a path that nothing is served at.
    public static StatusException noSuchPath() {
        return new StatusException(404, "NotFound", "the server could not find the requested resource");
    }

    /// 409 for a name that is taken.
    public static StatusException alreadyExists(GroupVersionResource kind, String name) {
        return new StatusException(409, "AlreadyExists", qualified(kind) + " \"" + name + "\" already exists")
                .about(kind, name);
    }

    /// 409 for an object that changed meanwhile, or does not meet a precondition.
    public static StatusException conflict(GroupVersionResource kind, String name, String why) {
        return new StatusException(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on " + qualified(kind) + " \"" + name + "\": " + why)
                .about(kind, name);
    }

    /// 410 for a version that is no longer remembered.
    public static StatusException expired(String message) {
        return new StatusException(410, "Expired", message);
    }

    /// 422 for content that a field forbids.
    public static StatusException invalid(
            GroupVersionResource kind, String kindName, String name, String field, String reason, String why) {
        var status = new StatusException(
                422,
                "Invalid",
                kindName + (kind.group().isEmpty() ? "" : "." + kind.group()) + " \"" + name + "\" is invalid: " + field
                        + ": " + why);
        status.details.put("name", name).put("group", kind.group()).put("kind", kindName);
        return status.cause(reason, why, field);
    }

    /// 400 for a request that makes no sense.
    public static StatusException badRequest(String why) {
        return new StatusException(400, "BadRequest", why);
    }

    /// Names the object in the details.
    public StatusException about(GroupVersionResource kind, String name) {
        details.put("name", name);
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.resource());
        return this;
    }

    /// Adds a cause to the details.
    public StatusException cause(String reason, String message, String field) {
        details.withArray("causes")
                .addObject()
                .put("reason", reason)
                .put("message", message)
                .put("field", field);
        return this;
    }

    /// Asks to come back after some seconds.
    public StatusException retryAfter(int seconds) {
        details.put("retryAfterSeconds", seconds);
        return this;
    }

    /// The HTTP status.
    public int code() {
        return code;
    }

    /// The machine-readable reason, such as `NotFound`.
    public String reason() {
        return reason;
    }

    /// Seconds for the `Retry-After` header, or 0.
    public int retryAfterSeconds() {
        return details.path("retryAfterSeconds").asInt(0);
    }

    /// The body that goes over the wire.
    public ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "Status").put("apiVersion", "v1");
        body.putObject("metadata");
        body.put("status", "Failure").put("message", getMessage()).put("reason", reason);
        if (!details.isEmpty()) {
            body.set("details", details);
        }
        return body.put("code", code);
    }

    private static String qualified(GroupVersionResource kind) {
        return kind.group().isEmpty() ? kind.resource() : kind.resource() + "." + kind.group();
    }
}
