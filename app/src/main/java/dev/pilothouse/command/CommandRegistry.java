package dev.pilothouse.command;

import static dev.pilothouse.command.CommandScope.DEPLOYMENTS;
import static dev.pilothouse.command.CommandScope.GLOBAL;
import static dev.pilothouse.command.CommandScope.PODS;
import static dev.pilothouse.command.CommandScope.TABLE;
import static dev.pilothouse.command.CommandScope.TEXT;
import static dev.pilothouse.command.CommandSpec.Group.GENERAL;
import static dev.pilothouse.command.CommandSpec.Group.MOTION;
import static dev.pilothouse.command.CommandSpec.Group.NAVIGATION;
import static dev.pilothouse.command.CommandSpec.Group.OBJECT;
import static dev.pilothouse.command.CommandSpec.Group.VIEW;

import dev.pilothouse.command.CommandSpec.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every command that there is, in the order of help: the one list that keys, help, palette and menus are made of.
public final class CommandRegistry {
    private final Map<String, CommandSpec> commands = new LinkedHashMap<>();

    /// The commands of this program.
    public CommandRegistry() {
        add(GLOBAL, GENERAL, "command", "palette", "help", "back", "refresh", "quit", "theme", "language");
        add(GLOBAL, NAVIGATION, "contexts", "aliases", "view.last", "history.back", "history.forward");
        add(GLOBAL, VIEW, "navigator.toggle", "inspector.toggle", "settings", "notices");
        add(TABLE, GENERAL, "table.filter");
        add(TABLE, MOTION, "table.down", "table.up", "table.left", "table.right", "table.top", "table.bottom");
        add(TABLE, MOTION, "table.pageDown", "table.pageUp");
        add(TABLE, NAVIGATION, "table.open", "table.owner", "namespaces.all");
        for (int i = 1; i <= 9; i++) add(TABLE, NAVIGATION, "namespaces.favourite" + i);
        add(PODS, NAVIGATION, "pod.node");
        add(DEPLOYMENTS, NAVIGATION, "deployment.replicaSets");
        add(TABLE, VIEW, "table.faults", "table.wide", "sort.name", "sort.age", "sort.status", "sort.namespace");
        add(TABLE, VIEW, "sort.cpu", "sort.memory", "column.previous", "column.next", "sort.column");
        add(TABLE, OBJECT, "table.mark", "table.markRange", "table.clearMarks", "object.yaml", "object.describe");
        add(TABLE, OBJECT, "object.copyName", "object.copyNamespace", "table.save");
        add(TEXT, GENERAL, "text.find", "text.findNext", "text.findPrevious", "text.copy");
        add(TEXT, VIEW, "inspector.widen");
    }

    /// All commands.
    public List<CommandSpec> all() {
        return List.copyOf(commands.values());
    }

    /// The command of this id.
    public Optional<CommandSpec> find(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    /// The commands that can be used in `scope`, those of wider scopes included.
    public List<CommandSpec> in(CommandScope scope) {
        List<CommandSpec> usable = new ArrayList<>(commands.values());
        usable.removeIf(command -> !scope.has(command.scope()));
        return usable;
    }

    private void add(CommandScope scope, Group group, String... ids) {
        for (String id : ids) {
            if (commands.put(id, new CommandSpec(id, scope, group)) != null) {
                throw new IllegalStateException("two commands are called " + id);
            }
        }
    }
}
