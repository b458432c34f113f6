package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.api.Interference;
import dev.pilothouse.demo.api.Interference.Denial;
import dev.pilothouse.demo.patch.Patches;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.world.Content;
import dev.pilothouse.demo.world.Propagation;
import dev.pilothouse.demo.world.World;
import dev.pilothouse.resource.ResourceKind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// What a test may do to a demo cluster from outside: change objects behind the program's back, withhold rights,
/// break connections and answers. Waits for the cluster to be ready.
public final class DemoControls {
    private final CompletableFuture<World> world;
    private final ObjectStore store;
    private final Kinds kinds;
    private final Interference interference;

    DemoControls(CompletableFuture<World> world, ObjectStore store, Kinds kinds, Interference interference) {
        this.world = world;
        this.store = store;
        this.kinds = kinds;
        this.interference = interference;
    }

    /// Creates an object from a manifest in YAML or JSON.
    ///
    /// @return its name
    public String create(String manifest) {
        var ready = world.join();
        if (!(Content.yaml(manifest) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("not a manifest");
        }
        var kind = Objects.requireNonNull(kinds.of(object), "unknown kind");
        return Meta.name(store.create(kind, ready.admit(object)));
    }

    /// Puts a merge patch, in YAML or JSON, over an object.
    ///
    /// @param kind such as `Pod`
    public void patch(String kind, String namespace, String name, String patch) {
        world.join();
        var body = Content.yaml(patch);
        store.update(kinds.named(kind), namespace, name, object -> Patches.merge(object, body));
    }

    /// Deletes an object at once, with what it owns.
    public void delete(String kind, String namespace, String name) {
        var ready = world.join();
        ResourceKind found = kinds.named(kind);
        var object = store.find(found, namespace, name);
        if (object == null) {
            throw StatusException.notFound(found.gvr(), name);
        }
        ready.delete(found, object, 0, Propagation.BACKGROUND);
    }

    /// One object as JSON.
    public String get(String kind, String namespace, String name) {
        world.join();
        var object = store.find(kinds.named(kind), namespace, name);
        if (object == null) {
            throw StatusException.notFound(kinds.named(kind).gvr(), name);
        }
        return object.toString();
    }

    /// Withholds a right; `*` stands for any verb, resource or namespace.
    ///
    /// @param namespace a namespace, empty for requests about the whole cluster, `*` for both
    public void deny(String verb, String resource, String namespace) {
        interference.deny(new Denial(verb, resource, namespace));
    }

    /// Answers the next requests below a path with a status.
    ///
    /// @param reason such as `ServiceUnavailable`
    public void answer(String path, int times, int code, String reason, String message) {
        interference.answer(path, times, new StatusException(code, reason, message));
    }

    /// Lets the metrics API hand out a sample of one pod or node that is so much older than those of the others, as
    /// where its kubelet does not answer.
    ///
    /// @param namespace empty for a node
    public void ageMetrics(String namespace, String name, Duration age) {
        world.join().ageMetrics(namespace, name, age);
    }

    /// Keeps requests below a path waiting until `clear`, except for single pages of lists: what is read stays
    /// incomplete.
    public void hold(String path) {
        interference.hold(path);
    }

    /// Keeps watches open, but lets nothing through any more, bookmarks included; or lets it through again.
    public void silent(boolean value) {
        interference.silent(value);
    }

    /// Gives withheld rights back, ends faults and silence, releases what is held.
    public void clear() {
        interference.clear();
    }

    /// Ends all open watches without a word.
    public void cutWatches() {
        store.endWatches(null);
    }

    /// Ends all open watches with `410 Gone`, and forgets the history they could resume from.
    public void expireWatches() {
        world.join();
        store.compact();
        store.endWatches(StatusException.expired("The resourceVersion for the provided watch is too old."));
    }

    /// Forgets history and list pages: who resumes from before gets `410 Gone`.
    public void compact() {
        world.join();
        store.compact();
    }
}
