package dev.pilothouse.ui.shell;

import dev.pilothouse.command.Chord;
import dev.pilothouse.command.Chord.Modifier;
import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.command.KeyMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The commands as hints, help, palette and menus show them: one list, each with its keys.
final class CommandList {
    private final CommandRegistry registry;
    private final KeyMap keys;
    private final boolean mac;
    private final Consumer<String> runner;
    private final Supplier<CommandScope> table;

    /// A list of the commands of `registry`.
    ///
    /// @param mac whether keys are named as on macOS
    /// @param runner runs the command of an id
    /// @param table the scope of the table of the moment
    CommandList(
            CommandRegistry registry, KeyMap keys, boolean mac, Consumer<String> runner, Supplier<CommandScope> table) {
        this.registry = registry;
        this.keys = keys;
        this.mac = mac;
        this.runner = runner;
        this.table = table;
    }

    /// What can be used in `scope`.
    List<CommandSpec> usable(CommandScope scope) {
        return registry.in(scope);
    }

    /// What can be used in the table.
    List<CommandSpec> usable() {
        return registry.in(table.get());
    }

    /// The command of this id, which must be in the registry.
    CommandSpec get(String id) {
        return registry.find(id).orElseThrow(() -> new IllegalArgumentException(id));
    }

    /// The keys of a command as people of this platform read them, the one to show first.
    List<String> keys(CommandSpec command) {
        List<Chord> all = keys.keys(command.id());
        return all.stream()
                .filter(chord -> all.stream().noneMatch(other -> isTwin(chord, other)))
                .map(Chord::label)
                .toList();
    }

    /// Whether `other` is the same with the modifier that is usual here: Cmd on macOS, Ctrl elsewhere.
    private boolean isTwin(Chord chord, Chord other) {
        Modifier usual = mac ? Modifier.CMD : Modifier.CTRL;
        Modifier unusual = mac ? Modifier.CTRL : Modifier.CMD;
        return chord.key().equals(other.key())
                && chord.modifiers().contains(unusual)
                && other.modifiers().contains(usual);
    }

    /// The key to show, empty where there is none.
    String key(CommandSpec command) {
        List<String> all = keys(command);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// Runs a command.
    void run(CommandSpec command) {
        runner.accept(command.id());
    }
}
