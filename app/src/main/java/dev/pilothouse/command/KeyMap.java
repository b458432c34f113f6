package dev.pilothouse.command;

import dev.pilothouse.text.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which keys run which command, per scope. The user's own file comes first, then the keys the program comes with.
///
/// Where two commands of one scope ask for the same keys, or one of a scope within the other without saying so, the
/// first one keeps them and the clash is a problem with both names in it.
public final class KeyMap {
    private final CommandRegistry registry;
    private final Map<CommandScope, Map<Chord, CommandSpec>> commands = new EnumMap<>(CommandScope.class);
    private final Map<String, List<Chord>> keys = new HashMap<>();
    private final Set<String> shadowing = new HashSet<>();
    private final List<Text> problems = new ArrayList<>();

    private KeyMap(CommandRegistry registry, List<KeyBinding> bindings, List<Text> problems) {
        this.registry = registry;
        this.problems.addAll(problems);
        for (CommandScope scope : CommandScope.values()) commands.put(scope, new HashMap<>());
        for (KeyBinding binding : bindings) bind(binding);
    }

    /// The keys the program comes with.
    public static KeyMap shipped(CommandRegistry registry) {
        return of(registry, KeyFile.shipped(), new KeyFile[0]);
    }

    /// The keys the program comes with, checked against the schema as a user's file is.
    static KeyMap shippedChecked(CommandRegistry registry) {
        return of(registry, KeyFile.shippedChecked(), new KeyFile[0]);
    }

    /// The user's keys, and the program's own for all other commands. Where the file is wrong it is left out, and
    /// `problems` says why.
    ///
    /// @param json the content of the user's file
    public static KeyMap overridden(CommandRegistry registry, String json) {
        return of(registry, KeyFile.shipped(), KeyFile.checked(json));
    }

    private static KeyMap of(CommandRegistry registry, KeyFile shipped, KeyFile... own) {
        Map<String, KeyBinding> byCommand = new LinkedHashMap<>();
        List<Text> problems = new ArrayList<>();
        for (KeyFile file : own) {
            file.bindings().forEach(binding -> byCommand.put(binding.command(), binding));
            problems.addAll(file.problems());
        }
        shipped.bindings().forEach(binding -> byCommand.putIfAbsent(binding.command(), binding));
        problems.addAll(shipped.problems());
        return new KeyMap(registry, List.copyOf(byCommand.values()), problems);
    }

    /// The command that these keys run in `scope`, be it one of a wider scope.
    public Optional<CommandSpec> command(Chord chord, CommandScope scope) {
        for (CommandScope at = scope; at != null; at = at.wider()) {
            CommandSpec command = commandsOf(at).get(chord);
            if (command != null) return Optional.of(command);
        }
        return Optional.empty();
    }

    /// The keys of a command, the one to show first; none where it has none.
    public List<Chord> keys(String command) {
        return keys.getOrDefault(command, List.of());
    }

    /// What is wrong: clashes, unknown commands, unknown keys, a file that cannot be read.
    public List<Text> problems() {
        return List.copyOf(problems);
    }

    private void bind(KeyBinding binding) {
        Optional<CommandSpec> command = registry.find(binding.command());
        if (command.isEmpty()) {
            problems.add(Text.of("command.keys.unknownCommand", binding.command()));
            return;
        }
        if (binding.shadows()) shadowing.add(binding.command());
        List<Chord> own = new ArrayList<>();
        for (Chord chord : binding.keys()) {
            Optional<CommandSpec> rival = rival(command.get(), chord, binding.shadows());
            if (rival.isPresent()) {
                problems.add(Text.of(
                        "command.keys.clash",
                        chord.toString(),
                        rival.get().id(),
                        command.get().id()));
            } else {
                commandsOf(command.get().scope()).put(chord, command.get());
                own.add(chord);
            }
        }
        keys.put(command.get().id(), List.copyOf(own));
    }

    /// The command that has these keys already where `command` would be in its way.
    private Optional<CommandSpec> rival(CommandSpec command, Chord chord, boolean shadows) {
        for (CommandScope scope : CommandScope.values()) {
            CommandSpec rival = commandsOf(scope).get(chord);
            if (rival == null || rival.equals(command)) continue;
            boolean same = scope == command.scope();
            boolean within = command.scope().has(scope) && !shadows;
            boolean around = scope.has(command.scope()) && !shadowing.contains(rival.id());
            if (same || within || around) return Optional.of(rival);
        }
        return Optional.empty();
    }

    private Map<Chord, CommandSpec> commandsOf(CommandScope scope) {
        return commands.getOrDefault(scope, Map.of());
    }
}
