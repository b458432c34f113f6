package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Change;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.world.Dependents.Dependent;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.time.Duration;

/// Deletes as the API server and the garbage collector do: gracefully, respecting finalizers, with what is owned.
final class Deletion {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Duration REACTION = Duration.ofMillis(200);
    private static final Duration LAST_LOOK = Duration.ofSeconds(4);

    private final ObjectStore store;
    private final Kinds kinds;
    private final Steps steps;
    private final Clock clock;
    private final Dependents dependents;

    Deletion(ObjectStore store, Kinds kinds, Steps steps, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.steps = steps;
        this.clock = clock;
        this.dependents = new Dependents(store, kinds);
    }

    /// Deletes an object.
    ///
    /// @param grace seconds for a pod to end, or -1 for what it asks for itself
    /// @return the object as it is now, or as it was last
    ObjectNode delete(ResourceKind kind, ObjectNode object, int grace, Propagation propagation) {
        if (kind.kind().equals("Pod")) {
            return pod(object, grace);
        }
        if (kind.kind().equals("Namespace")) {
            return namespace(kind, object);
        }
        if (propagation == Propagation.ORPHAN) {
            dependents.orphan(object);
        }
        if (propagation == Propagation.FOREGROUND
                && !dependents.of(Meta.uid(object)).isEmpty()) {
            var marked = mark(kind, object, 0, FOREGROUND);
            collectLater(kind, object, propagation);
            return marked;
        }
        if (!finalizers(object).isEmpty()) {
            return mark(kind, object, 0, "");
        }
        var last = store.delete(kind, Meta.namespace(object), Meta.name(object), Meta.uid(object));
        if (kind.kind().equals("CustomResourceDefinition")) {
            definition(last);
        }
        if (propagation != Propagation.ORPHAN) {
            collectLater(kind, last, Propagation.BACKGROUND);
        }
        return last;
    }

    /// Deletes a pod; its node stops it first.
    ObjectNode pod(ObjectNode pod, int grace) {
        var kind = kinds.named("Pod");
        int seconds = grace >= 0
                ? grace
                : pod.at("/spec/terminationGracePeriodSeconds").asInt(30);
        boolean placed = !pod.at("/spec/nodeName").asText().isEmpty();
        var phase = pod.at("/status/phase").asText();
        boolean ended = phase.equals("Succeeded") || phase.equals("Failed");
        if (finalizers(pod).isEmpty() && (seconds == 0 || !placed || ended)) {
            return store.delete(kind, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod));
        }
        if (Meta.terminating(pod)) {
            return pod;
        }
        var marked = mark(kind, pod, seconds, "");
        // Programs end in a moment or two; few need all the time they are given.
        steps.later(Duration.ofMillis(Math.min(seconds * 1000L, 2200)), () -> {
            var now = store.find(kind, Meta.namespace(pod), Meta.name(pod));
            if (now != null
                    && Meta.uid(now).equals(Meta.uid(pod))
                    && finalizers(now).isEmpty()) {
                store.delete(kind, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod));
            }
        });
        return marked;
    }

    private ObjectNode mark(ResourceKind kind, ObjectNode object, int grace, String finalizer) {
        return store.update(kind, Meta.namespace(object), Meta.name(object), now -> {
            if (!Meta.uid(now).equals(Meta.uid(object))) {
                throw StatusException.notFound(kind.gvr(), Meta.name(object)); // another one took its place
            }
            if (!Meta.terminating(now)) {
                Meta.of(now)
                        .put("deletionTimestamp", Meta.time(clock.instant().plusSeconds(grace)))
                        .put("deletionGracePeriodSeconds", grace);
                if (!finalizer.isEmpty()) {
                    Meta.of(now).withArray("finalizers").add(finalizer);
                }
            }
            return now;
        });
    }

    /// Ends the waiting of those who wait for an object to go (its namespace, its owner) or to lose its owner.
    void changed(Change change) {
        var object = change.object();
        for (var reference : Dependents.lost(change)) {
            steps.later(REACTION, () -> quietly(() -> release(reference, Meta.namespace(object))));
        }
        if (change.type() != Change.Type.DELETED) {
            return;
        }
        var namespace = store.find(kinds.named("Namespace"), "", Meta.namespace(object));
        if (namespace != null && Meta.terminating(namespace)) {
            steps.later(LAST_LOOK, () -> quietly(() -> finish(Meta.name(namespace))));
        }
    }

    private void release(JsonNode reference, String namespace) {
        var owner = dependents.owner(reference, namespace);
        var kind = kinds.of(reference);
        if (owner != null && kind != null) {
            release(kind, owner);
        }
    }

    // An owner that waits for its dependents goes with the last of them.
    private void release(ResourceKind kind, ObjectNode owner) {
        if (!dependents.of(Meta.uid(owner)).isEmpty()) {
            return;
        }
        store.update(kind, Meta.namespace(owner), Meta.name(owner), now -> {
            if (!Meta.uid(now).equals(Meta.uid(owner))) {
                return now; // another one took its place
            }
            var list = now.path("metadata").path("finalizers");
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.path(i).asText().equals(FOREGROUND) && list instanceof ArrayNode array) {
                    array.remove(i);
                }
            }
            return now;
        });
    }

    private ObjectNode namespace(ResourceKind kind, ObjectNode namespace) {
        var marked = store.update(kind, "", Meta.name(namespace), now -> {
            if (!Meta.terminating(now)) {
                Meta.of(now).put("deletionTimestamp", Meta.time(clock.instant()));
            }
            now.withObject("/status").put("phase", "Terminating");
            return now;
        });
        steps.later(Duration.ofMillis(500), () -> empty(Meta.name(namespace)));
        steps.later(LAST_LOOK, () -> quietly(() -> finish(Meta.name(namespace))));
        return marked;
    }

    private void finish(String name) {
        var kind = kinds.named("Namespace");
        var namespace = store.find(kind, "", name);
        boolean empty = kinds.all().stream()
                .filter(ResourceKind::namespaced)
                .flatMap(each -> store.list(each).objects().stream())
                .noneMatch(object -> Meta.namespace(object).equals(name));
        if (empty && namespace != null && Meta.terminating(namespace)) {
            store.delete(kind, "", name, Meta.uid(namespace));
        }
    }

    // Workloads go before their pods, or they would make new ones.
    private void empty(String namespace) {
        for (boolean pods : new boolean[] {false, true}) {
            for (var kind : kinds.all()) {
                if (kind.namespaced() && kind.kind().equals("Pod") == pods) {
                    for (var object : store.list(kind).objects()) {
                        if (Meta.namespace(object).equals(namespace)
                                && store.find(kind, namespace, Meta.name(object)) != null) {
                            quietly(() -> delete(kind, object, pods ? 0 : -1, Propagation.BACKGROUND));
                        }
                    }
                }
            }
        }
    }

    private void definition(ObjectNode crd) {
        var group = crd.at("/spec/group").asText();
        var plural = crd.at("/spec/names/plural").asText();
        for (var kind : kinds.all()) {
            if (kinds.custom(kind)
                    && kind.gvr().group().equals(group)
                    && kind.plural().equals(plural)) {
                for (var object : store.list(kind).objects()) {
                    quietly(() -> store.delete(kind, Meta.namespace(object), Meta.name(object), ""));
                }
            }
        }
    }

    private void collectLater(ResourceKind kind, ObjectNode owner, Propagation propagation) {
        steps.later(Duration.ofMillis(300), () -> {
            for (var dependent : dependents.of(Meta.uid(owner))) {
                quietly(() -> collect(dependent, Meta.uid(owner), propagation));
            }
            quietly(() -> release(kind, owner)); // the last may have gone before the owner began to wait for it
        });
    }

    // What another owner still holds only loses this one.
    private void collect(Dependent dependent, String ownerUid, Propagation propagation) {
        if (dependents.heldByOthers(dependent, ownerUid)) {
            dependents.disown(dependent, ownerUid);
        } else {
            delete(dependent.kind(), dependent.object(), -1, propagation);
        }
    }

    // A client may be quicker: what it has deleted or replaced meanwhile needs nothing from us.
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (StatusException e) {
            if (e.code() != 404 && e.code() != 409) {
                throw e;
            }
        }
    }

    // Storage protection ends with the pods that use the claim; the demo does not wait for them.
    private static ArrayNode finalizers(ObjectNode object) {
        var list = object.at("/metadata/finalizers") instanceof ArrayNode array ? array.deepCopy() : object.arrayNode();
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).asText().startsWith("kubernetes.io/pv")) {
                list.remove(i);
            }
        }
        return list;
    }
}
