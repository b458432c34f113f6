package dev.pilothouse.command;

import org.jspecify.annotations.Nullable;

/// Where a command can be used. A narrower scope has the commands of the wider one as well.
public enum CommandScope {
    /// Everywhere in the window.
    GLOBAL(null),
    /// In any table.
    TABLE(GLOBAL),
    /// In the table of pods.
    PODS(TABLE),
    /// In the table of deployments.
    DEPLOYMENTS(TABLE),
    /// In the table of nodes.
    NODES(TABLE),
    /// In a text to read: YAML, describe.
    TEXT(GLOBAL);

    private final @Nullable CommandScope wider;

    CommandScope(@Nullable CommandScope wider) {
        this.wider = wider;
    }

    /// The scope around it, null for `GLOBAL`.
    public @Nullable CommandScope wider() {
        return wider;
    }

    /// Whether commands of `other` can be used here.
    public boolean has(CommandScope other) {
        for (CommandScope scope = this; scope != null; scope = scope.wider) if (scope == other) return true;
        return false;
    }
}
