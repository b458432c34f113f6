package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Ratio;

/// How well a workload is by how many of its pods are ready.
final class Replicas {
    private static final String MISSING = "health.replicas.missing";

    private Replicas() {}

    /// Good when as many are ready as wanted; failed when none is.
    static Health health(long ready, long wanted) {
        if (ready >= wanted) return Health.good();
        return ready > 0 ? Health.warning(MISSING) : Health.failed("health.replicas.none");
    }

    /// On its way, and says so while some are missing.
    static Health progressing(long ready, long wanted) {
        return ready >= wanted ? Health.progressing() : new Health(Health.State.PROGRESSING, MISSING);
    }

    /// `ready/wanted`, cut to what a ratio can hold.
    static Ratio ratio(long ready, long wanted) {
        return new Ratio(Math.clamp(ready, 0, Integer.MAX_VALUE), Math.clamp(wanted, 0, Integer.MAX_VALUE));
    }
}
