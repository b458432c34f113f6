package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.world.Propagation;
import dev.pilothouse.demo.world.World;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.util.Set;

/// Answers `delete`, `deletecollection` and evictions.
final class DeleteHandler {
    /// Kinds older than the garbage collector: without a word on it, what they own stays.
    private static final Set<String> ORPHANING = Set.of("Job", "ReplicationController");

    private final ObjectStore store;
    private final Kinds kinds;
    private final World world;

    DeleteHandler(ObjectStore store, Kinds kinds, World world) {
        this.store = store;
        this.kinds = kinds;
        this.world = world;
    }

    /// What a request says about how to delete.
    private record Options(int grace, Propagation propagation, String uid, String version, boolean dryRun) {

        static Options read(Call call, ResourceKind kind) throws IOException {
            var body = call.json();
            var policy = call.query("propagationPolicy").isEmpty()
                    ? body.path("propagationPolicy").asText()
                    : call.query("propagationPolicy");
            boolean orphan = body.path("orphanDependents").asBoolean()
                    || call.query("orphanDependents").equals("true");
            long grace = call.number(
                    "gracePeriodSeconds", body.path("gracePeriodSeconds").asLong(-1));
            return new Options(
                    Math.clamp(grace, -1, Integer.MAX_VALUE),
                    chosen(kind, policy, orphan),
                    body.at("/preconditions/uid").asText(),
                    body.at("/preconditions/resourceVersion").asText(),
                    WriteHandler.dryRun(call)
                            || body.path("dryRun").path(0).asText().equals("All"));
        }
    }

    private static Propagation chosen(ResourceKind kind, String policy, boolean orphan) {
        if (!policy.isEmpty() && orphan) {
            throw Validation.option(
                    "DeleteOptions",
                    "propagationPolicy",
                    "Invalid value: \"" + policy + "\": orphanDependents and deletionPropagation cannot be both set");
        }
        return switch (policy) {
            case "" -> orphan || ORPHANING.contains(kind.kind()) ? Propagation.ORPHAN : Propagation.BACKGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            case "Background" -> Propagation.BACKGROUND;
            case "Foreground" -> Propagation.FOREGROUND;
            default ->
                throw Validation.option("DeleteOptions", "propagationPolicy", "Unsupported value: \"" + policy + "\"");
        };
    }

    void delete(Call call, Target target) throws IOException {
        var options = Options.read(call, target.kind());
        var object = store.find(target.kind(), target.namespace(), target.name());
        if (object == null) {
            throw StatusException.notFound(target.kind().gvr(), target.name());
        }
        precondition(target.kind(), "UID", options.uid(), Meta.uid(object), object);
        precondition(target.kind(), "ResourceVersion", options.version(), Meta.resourceVersion(object), object);
        if (options.dryRun()) {
            call.answer(200, object);
            return;
        }
        var last = world.delete(target.kind(), object, options.grace(), options.propagation());
        boolean there = store.find(target.kind(), target.namespace(), target.name()) != null;
        call.answer(200, there || target.kind().kind().equals("Pod") ? last : success(target.kind(), last));
    }

    private static void precondition(ResourceKind kind, String what, String wanted, String is, ObjectNode object) {
        if (!wanted.isEmpty() && !wanted.equals(is)) {
            throw StatusException.conflict(
                    kind.gvr(),
                    Meta.name(object),
                    "Precondition failed: " + what + " in precondition: " + wanted + ", " + what + " in object meta: "
                            + is);
        }
    }

    void deleteAll(Call call, Target target) throws IOException {
        var options = Options.read(call, target.kind());
        var selector = ReadHandler.selector(call, target);
        var list = JsonNodeFactory.instance.objectNode();
        list.put("kind", target.kind().kind() + "List")
                .put("apiVersion", target.kind().gvr().apiVersion());
        list.putObject("metadata").put("resourceVersion", Long.toString(store.version()));
        var items = list.putArray("items");
        for (var object : store.list(target.kind()).objects()) {
            if (selector.test(object)) {
                items.add(
                        options.dryRun()
                                ? object
                                : world.delete(target.kind(), object, options.grace(), options.propagation()));
            }
        }
        call.answer(200, list);
    }

    /// Evicts a pod, unless a disruption budget holds it.
    void evict(Call call, Target target) throws IOException {
        var body = call.json();
        var pod = store.find(target.kind(), target.namespace(), target.name());
        if (pod == null) {
            throw StatusException.notFound(target.kind().gvr(), target.name());
        }
        precondition(
                target.kind(),
                "UID",
                body.at("/deleteOptions/preconditions/uid").asText(),
                Meta.uid(pod),
                pod);
        for (var budget : store.list(kinds.named("PodDisruptionBudget")).objects()) {
            if (Meta.namespace(budget).equals(target.namespace())
                    && LabelSelector.of(budget.at("/spec/selector")).test(pod)
                    && budget.at("/status/disruptionsAllowed").asInt() <= 0) {
                throw new StatusException(
                                429,
                                "TooManyRequests",
                                "Cannot evict pod as it would violate the pod's disruption budget.")
                        .cause(
                                "DisruptionBudget",
                                "The disruption budget " + Meta.name(budget) + " needs "
                                        + budget.at("/status/desiredHealthy").asInt() + " healthy pods and has "
                                        + budget.at("/status/currentHealthy").asInt() + " currently",
                                "");
            }
        }
        boolean dryRun = WriteHandler.dryRun(call)
                || body.at("/deleteOptions/dryRun/0").asText().equals("All");
        if (!dryRun) {
            world.delete(
                    target.kind(),
                    pod,
                    body.at("/deleteOptions/gracePeriodSeconds").asInt(-1),
                    Propagation.BACKGROUND);
        }
        call.answer(201, success(target.kind(), pod));
    }

    private static ObjectNode success(ResourceKind kind, ObjectNode object) {
        var status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        var details = status.putObject("details").put("name", Meta.name(object));
        if (!kind.gvr().group().isEmpty()) {
            details.put("group", kind.gvr().group());
        }
        details.put("kind", kind.plural()).put("uid", Meta.uid(object));
        return status;
    }
}
