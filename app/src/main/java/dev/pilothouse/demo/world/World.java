package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// The demo cluster's content and what happens to it.
public final class World {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Map<String, Traits> traits;
    private final PodFactory factory;
    private final Deletion deletion;
    private final Usage usage;
    private final Logs logs;
    private final Clock clock;

    /// Reads the content into the store and starts to react to changes.
    ///
    /// @param threads reads the files side by side
    public World(ObjectStore store, Kinds kinds, Names names, Clock clock, Steps steps, Executor threads) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.clock = clock;
        factory = new PodFactory(names);
        deletion = new Deletion(store, kinds, steps, clock);
        logs = new Logs(names, this::traits);
        usage = new Usage(store, kinds, names, this::traits, clock);
        var workloads = new Workloads(store, kinds, names);
        var placement = new Placement(store, kinds);
        var derived = new Derived(store, kinds, workloads);
        var events = new EventRecorder(store, kinds, names, clock);
        var cronJobs = new CronJobs(store, kinds, names, workloads, deletion, clock);
        var autoscaler = new Autoscaler(store, kinds, workloads, usage, events, clock);
        var seeder = new Seeder(store, kinds, names, workloads, factory, placement, cronJobs, derived, clock.instant());
        traits = seeder.traits();
        seeder.seed(Content.read(threads));
        new PastEvents(store, kinds, events, clock.instant()).record();
        autoscaler.tick(false);
        Signatures.sign(store, kinds, clock.instant());
        store.compact();
        var rollouts = new Rollouts(store, kinds, workloads, factory, deletion, placement, events, clock);
        var kubelet = new Kubelet(store, kinds, placement, steps, events, names, clock);
        var controllers = new Controllers(store, kinds, workloads, derived, rollouts, kubelet, placement, steps, clock);
        store.onChange(controllers::changed);
        store.onChange(deletion::changed);
        if (steps.alive()) {
            new Life(store, kinds, names, steps, events, cronJobs, autoscaler, traits, clock).begin();
        }
    }

    /// Fills in what the API server and its admission fill in for a new object.
    public ObjectNode admit(ObjectNode object) {
        Meta.of(object).put("uid", names.uid()).put("creationTimestamp", Meta.time(clock.instant()));
        if (Meta.name(object).isEmpty()) {
            Meta.of(object).put("name", object.at("/metadata/generateName").asText() + names.suffix());
        }
        if (object.has("spec")) {
            Meta.of(object).put("generation", 1);
        }
        Defaults.fill(object);
        if (object.path("kind").asText().equals("Pod")) {
            factory.admit(object);
            object.remove("status");
            PodState.of(object);
        }
        return object;
    }

    /// Deletes an object with what it owns.
    ///
    /// @param grace seconds, or -1 for what a pod asks for itself
    public ObjectNode delete(ResourceKind kind, ObjectNode object, int grace, Propagation propagation) {
        return deletion.delete(kind, object, grace, propagation);
    }

    /// All objects of `PodMetrics` or `NodeMetrics`.
    public List<ObjectNode> metrics(ResourceKind kind) {
        return usage.list(kind);
    }

    /// From now on hands out a sample of a pod or node that is so much older than those of the others.
    ///
    /// @param namespace empty for a node
    public void ageMetrics(String namespace, String name, Duration age) {
        usage.age(namespace, name, age);
    }

    /// What containers write.
    public Logs logs() {
        return logs;
    }

    /// The time in this world.
    public Clock clock() {
        return clock;
    }

    /// What was said about the workload that a pod belongs to.
    private Traits traits(ObjectNode pod) {
        var said = traits.get(Seeder.key(pod));
        var object = pod;
        for (int depth = 0; said == null && depth < 3; depth++) {
            var owner = object.at("/metadata/ownerReferences/0");
            if (!owner.isObject() || owner.path("kind").asText().equals("Node")) {
                break;
            }
            var kind = kinds.of(owner);
            var found = kind == null
                    ? null
                    : store.find(kind, Meta.namespace(pod), owner.path("name").asText());
            if (found == null) {
                break;
            }
            said = traits.get(Seeder.key(found));
            object = found;
        }
        return said == null ? Traits.USUAL : said;
    }
}
