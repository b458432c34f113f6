package dev.pilothouse.ui.shell;

import dev.pilothouse.command.Chord;
import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.command.KeyMap;
import java.util.List;
import java.util.function.Supplier;

/// The commands as hints, help, palette and menus show them: one list, each with its keys.
final class CommandList {
    private final CommandRegistry registry;
    private final KeyMap keys;
    private final ShellCommands commands;
    private final Supplier<CommandScope> table;

    /// A list of the commands of `registry`.
    ///
    /// @param table the scope of the table of the moment
    CommandList(CommandRegistry registry, KeyMap keys, ShellCommands commands, Supplier<CommandScope> table) {
        this.registry = registry;
        this.keys = keys;
        this.commands = commands;
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

    /// The keys of a command as people read them, the one to show first.
    List<String> keys(CommandSpec command) {
        return keys.keys(command.id()).stream().map(Chord::label).toList();
    }

    /// The key to show, empty where there is none.
    String key(CommandSpec command) {
        List<String> all = keys(command);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// Runs a command.
    void run(CommandSpec command) {
        commands.run(command.id());
    }
}
