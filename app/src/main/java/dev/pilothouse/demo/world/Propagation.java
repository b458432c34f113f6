package dev.pilothouse.demo.world;

/// What becomes of the objects that a deleted object owns.
public enum Propagation {
    /// They go soon after it.
    BACKGROUND,
    /// They go first; until then it is only marked.
    FOREGROUND,
    /// They stay, and lose it as their owner.
    ORPHAN
}
