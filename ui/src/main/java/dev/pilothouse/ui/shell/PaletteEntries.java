package dev.pilothouse.ui.shell;

import dev.pilothouse.command.Palette.Sort;
import dev.pilothouse.command.Vocabulary;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Everything that the palette finds: commands, kinds, namespaces, contexts, and the objects on screen.
final class PaletteEntries {
    /// Objects beyond this many are found by the filter, which does not hold the window up.
    private static final int MOST_OBJECTS = 20_000;

    private final ShellModel shell;
    private final CommandList commands;
    private final CommandRunner runner;
    private final Words words;

    PaletteEntries(ShellModel shell, CommandList commands, CommandRunner runner, Words words) {
        this.shell = shell;
        this.commands = commands;
        this.runner = runner;
        this.words = words;
    }

    /// All entries of the moment.
    List<PaletteModel.Entry> all() {
        List<PaletteModel.Entry> all = new ArrayList<>();
        String command = words.say("shell.palette.command");
        commands.usable()
                .forEach(c -> all.add(new PaletteModel.Entry(
                        words.say(c.title()), Sort.COMMAND, command, commands.key(c), () -> commands.run(c))));
        Vocabulary vocabulary = runner.vocabulary();
        String kind = words.say("shell.palette.kind");
        shell.kinds()
                .forEach(k -> all.add(
                        new PaletteModel.Entry(k.gvr().qualifiedName(), Sort.KIND, kind, "", () -> shell.open(k))));
        String namespace = words.say("shell.palette.namespace");
        vocabulary
                .namespaces()
                .forEach(n -> all.add(new PaletteModel.Entry(
                        n, Sort.NAMESPACE, namespace, "", () -> shell.inNamespaces(NamespaceScope.of(n)))));
        String context = words.say("shell.palette.context");
        vocabulary
                .contexts()
                .forEach(c -> all.add(new PaletteModel.Entry(c, Sort.CONTEXT, context, "", () -> shell.connect(c))));
        List<Row> rows = shell.table().rows();
        String object = shell.placeName();
        for (Row row : rows.subList(0, Math.min(MOST_OBJECTS, rows.size())))
            all.add(new PaletteModel.Entry(
                    row.toString(),
                    Sort.OBJECT,
                    object,
                    "",
                    () -> shell.table().selection().select(row.uid())));
        return all;
    }
}
