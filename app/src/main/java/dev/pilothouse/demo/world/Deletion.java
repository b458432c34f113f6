package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.time.Duration;

/// Deletes as the API server and the garbage collector do: gracefully, respecting finalizers, with what is owned.
final class Deletion {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Steps steps;
    private final Clock clock;

    Deletion(ObjectStore store, Kinds kinds, Steps steps, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.steps = steps;
        this.clock = clock;
    }

    /// Deletes an object.
    ///
    /// @param grace seconds for a pod to end, or -1 for what it asks for itself
    /// @param orphan whether to leave what it owns alone
    /// @return the object as it is now, or as it was last
    ObjectNode delete(ResourceKind kind, ObjectNode object, int grace, boolean orphan) {
        if (kind.kind().equals("Pod")) {
            return pod(object, grace);
        }
        if (kind.kind().equals("Namespace")) {
            return namespace(kind, object);
        }
        if (orphan) {
            orphan(object);
        }
        if (!finalizers(object).isEmpty()) {
            return mark(kind, object, 0);
        }
        var last = store.delete(kind, Meta.namespace(object), Meta.name(object), Meta.uid(object));
        if (kind.kind().equals("CustomResourceDefinition")) {
            definition(last);
        }
        if (!orphan) {
            steps.later(Duration.ofMillis(300), () -> collect(Meta.uid(last)));
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
        var marked = mark(kind, pod, seconds);
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

    private ObjectNode mark(ResourceKind kind, ObjectNode object, int grace) {
        return store.update(kind, Meta.namespace(object), Meta.name(object), now -> {
            if (!Meta.terminating(now)) {
                Meta.of(now)
                        .put("deletionTimestamp", Meta.time(clock.instant().plusSeconds(grace)))
                        .put("deletionGracePeriodSeconds", grace);
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
        steps.later(Duration.ofSeconds(4), () -> {
            boolean empty = kinds.all().stream()
                    .filter(ResourceKind::namespaced)
                    .flatMap(each -> store.list(each).objects().stream())
                    .noneMatch(object -> Meta.namespace(object).equals(Meta.name(namespace)));
            if (empty && store.find(kind, "", Meta.name(namespace)) != null) {
                store.delete(kind, "", Meta.name(namespace), "");
            }
        });
        return marked;
    }

    // Workloads go before their pods, or they would make new ones.
    private void empty(String namespace) {
        for (boolean pods : new boolean[] {false, true}) {
            for (var kind : kinds.all()) {
                if (kind.namespaced() && kind.kind().equals("Pod") == pods) {
                    for (var object : store.list(kind).objects()) {
                        if (Meta.namespace(object).equals(namespace)
                                && store.find(kind, namespace, Meta.name(object)) != null) {
                            delete(kind, object, pods ? 0 : -1, false);
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
            if (kind.gvr().group().equals(group) && kind.plural().equals(plural)) {
                for (var object : store.list(kind).objects()) {
                    store.delete(kind, Meta.namespace(object), Meta.name(object), "");
                }
            }
        }
    }

    private void collect(String ownerUid) {
        for (var kind : kinds.all()) {
            for (var object : store.list(kind).objects()) {
                for (var owner : object.at("/metadata/ownerReferences")) {
                    if (owner.path("uid").asText().equals(ownerUid)
                            && store.find(kind, Meta.namespace(object), Meta.name(object)) != null) {
                        delete(kind, object, -1, false);
                        break;
                    }
                }
            }
        }
    }

    private void orphan(ObjectNode owner) {
        for (var kind : kinds.all()) {
            for (var object : store.list(kind).objects()) {
                if (Meta.controller(object).equals(Meta.uid(owner))) {
                    store.update(kind, Meta.namespace(object), Meta.name(object), now -> {
                        Meta.of(now).remove("ownerReferences");
                        return now;
                    });
                }
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
