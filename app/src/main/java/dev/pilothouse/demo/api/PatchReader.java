package dev.pilothouse.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.patch.FieldManagers;
import dev.pilothouse.demo.patch.Patches;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.world.Content;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// Reads the body of a PATCH as its content type says.
final class PatchReader {
    private final Kinds kinds;
    private final Clock clock;

    PatchReader(Kinds kinds, Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    private enum Form {
        MERGE,
        STRATEGIC,
        JSON,
        APPLY
    }

    /// A patch.
    final class Patch {
        private final Form form;
        private final JsonNode body;
        private final String manager;
        private final boolean force;

        private Patch(Form form, JsonNode body, String manager, boolean force) {
            this.form = form;
            this.body = body;
            this.manager = manager;
            this.force = force;
        }

        /// Whether it is a server-side apply, which may also create.
        boolean applies() {
            return form == Form.APPLY;
        }

        JsonNode body() {
            return body;
        }

        String manager() {
            return manager;
        }

        boolean force() {
            return force;
        }

        /// The object with this patch over it.
        ObjectNode over(ResourceKind kind, ObjectNode object) {
            return switch (form) {
                case MERGE -> Patches.merge(object, body);
                case STRATEGIC -> {
                    if (kinds.custom(kind)) {
                        throw unsupported("application/strategic-merge-patch+json");
                    }
                    yield Patches.strategic(object, body);
                }
                case JSON -> Patches.json(object, body);
                case APPLY -> FieldManagers.apply(kind, object, (ObjectNode) body, manager, force, clock.instant());
            };
        }
    }

    /// Reads a patch.
    ///
    /// @throws StatusException with 415 for a content type that is no patch, 400 for a malformed body
    Patch read(Call call) throws IOException {
        var type = call.header("Content-Type").split(";", 2)[0].strip();
        var form = switch (type) {
            case "application/merge-patch+json" -> Form.MERGE;
            case "application/strategic-merge-patch+json" -> Form.STRATEGIC;
            case "application/json-patch+json" -> Form.JSON;
            case "application/apply-patch+yaml", "application/apply-patch+json" -> Form.APPLY;
            default -> throw unsupported(type);
        };
        var manager = call.query("fieldManager");
        if (form == Form.APPLY && manager.isEmpty()) {
            throw Validation.option("PatchOptions", "fieldManager", "Required value: is required for apply patch");
        }
        if (form != Form.APPLY && call.flag("force")) {
            throw Validation.option("PatchOptions", "force", "Forbidden: may not be specified for non-apply patch");
        }
        var body = body(call, form);
        if (form == Form.JSON ? !body.isArray() : !body.isObject()) {
            throw StatusException.badRequest("the patch has the wrong form");
        }
        return new Patch(form, body, manager, call.flag("force"));
    }

    private static JsonNode body(Call call, Form form) throws IOException {
        var bytes = call.body();
        if (form == Form.APPLY) {
            return Content.yaml(new String(bytes, StandardCharsets.UTF_8));
        }
        try {
            return call.mapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            throw StatusException.badRequest("couldn't parse the patch: " + e.getOriginalMessage());
        }
    }

    private static StatusException unsupported(String type) {
        return new StatusException(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include:"
                        + " application/json-patch+json, application/merge-patch+json,"
                        + " application/apply-patch+yaml; got " + type);
    }
}
