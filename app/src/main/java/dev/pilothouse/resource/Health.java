package dev.pilothouse.resource;

import org.jspecify.annotations.Nullable;

/// How well an object is: a state for the mark beside its name, and where it is not well, why.
///
/// @param state the state, which decides mark and colour
/// @param reason a message key (`health.…`) that says why, or null where the state says all
public record Health(State state, @Nullable String reason) {

    /// The states of DESIGN, worst first, so that sorting by state brings trouble to the top.
    public enum State {
        /// ✕ something is broken and will not mend by waiting.
        FAILED,
        /// ▲ works, but not as it should.
        WARNING,
        /// ? nobody knows, such as a pod on a lost node.
        UNKNOWN,
        /// ◌ being deleted.
        TERMINATING,
        /// ◐ on its way.
        PROGRESSING,
        /// ● as it should be.
        GOOD,
        /// ○ ended as it should.
        FINISHED,
        /// · neither well nor not: nothing is at work, or nothing can be known of it.
        NEUTRAL
    }

    private static final Health GOOD = new Health(State.GOOD, null);
    private static final Health FINISHED = new Health(State.FINISHED, null);
    private static final Health NEUTRAL = new Health(State.NEUTRAL, null);
    private static final Health TERMINATING = new Health(State.TERMINATING, null);
    private static final Health PROGRESSING = new Health(State.PROGRESSING, null);
    private static final Health UNKNOWN = new Health(State.UNKNOWN, null);

    /// As it should be.
    public static Health good() {
        return GOOD;
    }

    /// Ended as it should.
    public static Health finished() {
        return FINISHED;
    }

    /// Neither well nor not.
    public static Health neutral() {
        return NEUTRAL;
    }

    /// Neither well nor not, for the reason of this message key.
    public static Health neutral(String reason) {
        return new Health(State.NEUTRAL, reason);
    }

    /// Being deleted.
    public static Health terminating() {
        return TERMINATING;
    }

    /// On its way to good.
    public static Health progressing() {
        return PROGRESSING;
    }

    /// Not known.
    public static Health unknown() {
        return UNKNOWN;
    }

    /// Works, but not as it should, for the reason of this message key.
    public static Health warning(String reason) {
        return new Health(State.WARNING, reason);
    }

    /// Broken, for the reason of this message key.
    public static Health failed(String reason) {
        return new Health(State.FAILED, reason);
    }

    /// What `Ctrl+Z` keeps: everything that is broken, doubtful, or stuck on its way.
    public boolean isFault() {
        return state == State.FAILED || state == State.WARNING || state == State.UNKNOWN;
    }
}
