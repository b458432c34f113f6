package dev.pilothouse.command;

import java.util.ArrayList;
import java.util.List;

/// The lines typed before, the latest first, without doubles.
///
/// @param lines the lines
public record CommandHistory(List<String> lines) {
    /// How many lines are kept.
    public static final int LONGEST = 100;

    /// Copies the lines and cuts them to length.
    public CommandHistory {
        lines = List.copyOf(lines.subList(0, Math.min(LONGEST, lines.size())));
    }

    /// No lines yet.
    public static CommandHistory empty() {
        return new CommandHistory(List.of());
    }

    /// The history after `line` was typed.
    public CommandHistory with(String line) {
        String typed = line.strip();
        if (typed.isEmpty()) return this;
        List<String> all = new ArrayList<>(lines);
        all.remove(typed);
        all.addFirst(typed);
        return new CommandHistory(all);
    }
}
