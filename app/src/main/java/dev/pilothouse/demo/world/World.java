package dev.pilothouse.demo.world;

import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;

/// The demo cluster's content and what happens to it.
public final class World {
    private final Map<String, Traits> traits;

    private World(Map<String, Traits> traits) {
        this.traits = traits;
    }

    /// Reads the content into the store.
    ///
    /// @param threads reads the files side by side
    public static World load(ObjectStore store, Kinds kinds, Names names, Clock clock, Executor threads) {
        var workloads = new Workloads(store, kinds, names);
        var factory = new PodFactory(names);
        var placement = new Placement(store, kinds);
        var seeder = new Seeder(store, kinds, names, workloads, factory, placement, clock.instant());
        seeder.seed(Content.read(threads));
        store.compact();
        return new World(seeder.traits());
    }

    Traits traits(String key) {
        return traits.getOrDefault(key, Traits.USUAL);
    }
}
