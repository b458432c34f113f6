package dev.pilothouse.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// How a demo cluster starts.
///
/// @param alive whether it moves by itself: pods restart, rollouts go on, events come, usage wanders. A cluster that
/// is not alive only reacts to what is done to it, at once and always in the same way
/// @param seed what is made up follows from it: names, uids, addresses, usage, log lines
/// @param clock tells the time; ages count from its time at the start
public record DemoOptions(boolean alive, long seed, Clock clock) {

    /// The time that a frozen cluster stands still at.
    public static final Instant FROZEN_AT = Instant.parse("2026-11-20T09:30:00Z");

    /// For people: moves, and tells the time of this machine.
    public static DemoOptions living() {
        return new DemoOptions(true, 20261122, Clock.systemUTC());
    }

    /// For tests: stands still at `FROZEN_AT`.
    public static DemoOptions frozen() {
        return new DemoOptions(false, 20261122, Clock.fixed(FROZEN_AT, ZoneOffset.UTC));
    }

    /// The same with another clock.
    public DemoOptions at(Clock other) {
        return new DemoOptions(alive, seed, other);
    }

    /// The same with another seed.
    public DemoOptions seeded(long other) {
        return new DemoOptions(alive, other, clock);
    }
}
