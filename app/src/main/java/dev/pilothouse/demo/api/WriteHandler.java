package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.patch.FieldManagers;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.table.Tables;
import dev.pilothouse.demo.world.World;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Answers `create`, `update` and `patch`, for objects and their `status` and `scale`, dry runs included.
final class WriteHandler {
    private static final List<String> KEPT = List.of(
            "uid",
            "creationTimestamp",
            "namespace",
            "name",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation",
            "managedFields");

    private final ObjectStore store;
    private final Kinds kinds;
    private final Tables tables;
    private final World world;
    private final PatchReader patches;

    WriteHandler(ObjectStore store, Kinds kinds, Tables tables, World world) {
        this.store = store;
        this.kinds = kinds;
        this.tables = tables;
        this.world = world;
        this.patches = new PatchReader(kinds, world.clock());
    }

    void create(Call call, Target target) throws IOException {
        var object = call.json();
        typed(object, target.kind());
        var named = Meta.of(object);
        if (!target.name().isEmpty()) {
            throw new StatusException(
                    405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
        if (target.kind().namespaced()) {
            inNamespace(object, target);
        }
        if (Meta.name(object).isEmpty() && named.path("generateName").asText().isEmpty()) {
            throw Validation.invalid(
                    target.kind(), object, "metadata.name", "FieldValueRequired", "name or generateName is required");
        }
        answer(call, 201, create(call, target.kind(), object));
    }

    private ObjectNode create(Call call, ResourceKind kind, ObjectNode object) {
        Meta.of(object).remove(List.of("resourceVersion", "uid", "managedFields", "deletionTimestamp"));
        var sent = object.deepCopy();
        world.admit(object);
        Validation.check(kind, object, null);
        FieldManagers.updated(
                sent.removeAll(), object, manager(call), "", world.clock().instant());
        if (dryRun(call)) {
            if (store.find(kind, Meta.namespace(object), Meta.name(object)) != null) {
                throw StatusException.alreadyExists(kind.gvr(), Meta.name(object));
            }
            return object;
        }
        return store.create(kind, object);
    }

    void update(Call call, Target target) throws IOException {
        var body = call.json();
        if (target.subresource().equals("scale")) {
            var scaled = change(call, target, now -> scaled(target, now, body));
            answer(call, 200, Scales.of(scaled));
            return;
        }
        if (target.subresource().equals("finalize")) {
            answer(call, 200, change(call, target, now -> now));
            return;
        }
        typed(body, target.kind());
        if (kinds.custom(target.kind()) && Meta.resourceVersion(body).isEmpty()) {
            throw Validation.invalid(
                    target.kind(),
                    body,
                    "metadata.resourceVersion",
                    "FieldValueInvalid",
                    "Invalid value: 0: must be specified for an update");
        }
        answer(call, 200, change(call, target, now -> replaced(target, now, body)));
    }

    void patch(Call call, Target target) throws IOException {
        var patch = patches.read(call);
        var there = store.find(target.kind(), target.namespace(), target.name());
        if (patch.applies()) {
            configured(target, (ObjectNode) patch.body(), there);
        }
        if (there == null && patch.applies() && target.subresource().isEmpty()) {
            var object = (ObjectNode) patch.body().deepCopy();
            Meta.of(object).put("name", target.name());
            if (target.kind().namespaced()) {
                inNamespace(object, target);
            }
            answer(call, 201, applied(call, target.kind(), object, patch));
            return;
        }
        if (target.subresource().equals("scale")) {
            var scaled = change(call, target, now -> scaled(target, now, patch.over(target.kind(), Scales.of(now))));
            answer(call, 200, Scales.of(scaled));
            return;
        }
        answer(
                call,
                200,
                patch.applies()
                        ? apply(call, target, patch)
                        : change(call, target, now -> replaced(target, now, patch.over(target.kind(), now))));
    }

    /// Refuses a configuration to apply that is about something else, or about another state of it.
    private static void configured(Target target, ObjectNode config, @Nullable ObjectNode there) {
        if (!target.subresource().equals("scale")) {
            typed(config, target.kind());
        }
        if (!Meta.name(config).isEmpty() && !Meta.name(config).equals(target.name())) {
            throw StatusException.badRequest("the name of the object (" + Meta.name(config)
                    + ") does not match the name on the URL (" + target.name() + ")");
        }
        if (!config.path("metadata").path("managedFields").isEmpty()) {
            throw StatusException.badRequest("metadata.managedFields must be nil");
        }
        if (there != null) {
            identity(target, there, config);
        } else if (!Meta.uid(config).isEmpty() || !Meta.resourceVersion(config).isEmpty()) {
            throw StatusException.conflict(
                    target.kind().gvr(), target.name(), "uid or resourceVersion is given, but there is no such object");
        }
    }

    private ObjectNode applied(Call call, ResourceKind kind, ObjectNode object, PatchReader.Patch patch) {
        var config = object.deepCopy();
        Meta.of(object).remove("managedFields");
        world.admit(object);
        Validation.check(kind, object, null);
        var result = FieldManagers.apply(
                kind,
                object,
                config,
                patch.manager(),
                patch.force(),
                world.clock().instant());
        return dryRun(call) ? result : store.create(kind, result);
    }

    private ObjectNode apply(Call call, Target target, PatchReader.Patch patch) {
        return store(call, target, now -> {
            var after = patch.over(target.kind(), now);
            return settled(target, now, after);
        });
    }

    // The change, with the manager of the request noted as the owner of what it changed.
    private ObjectNode change(Call call, Target target, UnaryOperator<ObjectNode> change) {
        return store(call, target, now -> {
            var before = now.deepCopy();
            var after = settled(target, before, change.apply(now));
            var subresource = target.subresource();
            return FieldManagers.updated(
                    before, after, manager(call), subresource, world.clock().instant());
        });
    }

    private ObjectNode store(Call call, Target target, UnaryOperator<ObjectNode> change) {
        if (dryRun(call)) {
            var now = store.find(target.kind(), target.namespace(), target.name());
            if (now == null) {
                throw StatusException.notFound(target.kind().gvr(), target.name());
            }
            return change.apply(now.deepCopy());
        }
        return store.update(target.kind(), target.namespace(), target.name(), change);
    }

    private static ObjectNode settled(Target target, ObjectNode before, ObjectNode after) {
        if (!before.path("spec").equals(after.path("spec"))) {
            Meta.of(after).put("generation", before.at("/metadata/generation").asLong(1) + 1);
        }
        Validation.check(target.kind(), after, before);
        return after;
    }

    /// What is stored when `sent` replaces `now`: identity stays, and a plain update leaves the status alone as one
    /// of the status leaves all else alone.
    private static ObjectNode replaced(Target target, ObjectNode now, ObjectNode sent) {
        identity(target, now, sent);
        boolean status = target.subresource().equals("status");
        var after = (status ? now : sent).deepCopy();
        if (status || target.kind().subresources().contains("status")) {
            var from = status ? sent : now;
            after.remove("status");
            if (from.has("status")) {
                after.set("status", from.path("status").deepCopy());
            }
        }
        var metadata = Meta.of(after);
        for (var field : KEPT) {
            JsonNode kept = now.path("metadata").path(field);
            metadata.remove(field);
            if (!kept.isMissingNode()) {
                metadata.set(field, kept);
            }
        }
        return after.put("kind", target.kind().kind())
                .put("apiVersion", target.kind().gvr().apiVersion());
    }

    /// Refuses what was made of another version of the object, or of another object of that name.
    private static void identity(Target target, ObjectNode now, ObjectNode sent) {
        var version = Meta.resourceVersion(sent);
        if (!version.isEmpty() && !version.equals(Meta.resourceVersion(now))) {
            throw StatusException.conflict(
                    target.kind().gvr(),
                    target.name(),
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
        if (!Meta.uid(sent).isEmpty() && !Meta.uid(sent).equals(Meta.uid(now))) {
            throw StatusException.conflict(
                    target.kind().gvr(),
                    target.name(),
                    "Precondition failed: UID in precondition: " + Meta.uid(sent) + ", UID in object meta: "
                            + Meta.uid(now));
        }
    }

    private static ObjectNode scaled(Target target, ObjectNode now, ObjectNode scale) {
        identity(target, now, scale);
        return Scales.apply(scale, now);
    }

    private void inNamespace(ObjectNode object, Target target) {
        var said = Meta.namespace(object);
        if (!said.isEmpty() && !said.equals(target.namespace())) {
            throw StatusException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        Meta.of(object).put("namespace", target.namespace());
        var namespaces = kinds.named("Namespace");
        var namespace = store.find(namespaces, "", target.namespace());
        if (namespace == null) {
            throw StatusException.notFound(namespaces.gvr(), target.namespace());
        }
        if (Meta.terminating(namespace)) {
            throw new StatusException(
                            403,
                            "Forbidden",
                            "unable to create new content in namespace " + target.namespace()
                                    + " because it is being terminated")
                    .cause(
                            "NamespaceTerminating",
                            "namespace " + target.namespace() + " is being terminated",
                            "metadata.namespace");
        }
    }

    private static void typed(ObjectNode object, ResourceKind kind) {
        var said = object.path("kind").asText(kind.kind());
        var version = object.path("apiVersion").asText(kind.gvr().apiVersion());
        if (!said.equals(kind.kind()) || !version.equals(kind.gvr().apiVersion())) {
            throw StatusException.badRequest(version + ", Kind=" + said + " cannot be handled as "
                    + kind.gvr().apiVersion() + ", Kind=" + kind.kind());
        }
        object.put("kind", kind.kind()).put("apiVersion", kind.gvr().apiVersion());
    }

    /// Whether nothing is to be stored.
    ///
    /// @throws StatusException with 422 for a value that is not known: it must not be taken for a real write
    static boolean dryRun(Call call) {
        var said = call.query("dryRun");
        if (!said.isEmpty() && !said.equals("All")) {
            throw Validation.option("DryRunOptions", "dryRun", "Unsupported value: \"" + said + "\"");
        }
        return !said.isEmpty();
    }

    private static String manager(Call call) {
        var manager = call.query("fieldManager");
        if (!manager.isEmpty()) {
            return manager;
        }
        var agent = call.header("User-Agent");
        int slash = agent.indexOf('/');
        return slash > 0 ? agent.substring(0, slash) : agent.isEmpty() ? "unknown" : agent;
    }

    private void answer(Call call, int status, ObjectNode object) throws IOException {
        var media = MediaType.accepted(call.header("Accept"));
        var kind = kinds.of(object);
        if (media.table() && kind != null) {
            call.answer(
                    status,
                    tables.table(kind, List.of(object), Tables.Include.parse(call.query("includeObject")), true));
        } else {
            call.answer(status, media.partial() ? Tables.partial(object) : object);
        }
    }
}
