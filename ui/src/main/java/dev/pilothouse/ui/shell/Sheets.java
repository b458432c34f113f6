package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;

/// What lies over the window as long as it is asked for: palette, help, settings, notices, the state of the table. Each
/// is made when it opens, and forgotten when it closes.
final class Sheets {
    private final Overlays overlays;
    private final ShellModel shell;
    private final StatusModel status;
    private final CommandList commands;
    private final PaletteEntries entries;
    private final Look look;
    private final Words words;

    /// Sheets on `overlays`.
    Sheets(
            Overlays overlays,
            ShellModel shell,
            StatusModel status,
            CommandList commands,
            PaletteEntries entries,
            Look look,
            Words words) {
        this.overlays = overlays;
        this.shell = shell;
        this.status = status;
        this.commands = commands;
        this.entries = entries;
        this.look = look;
        this.words = words;
    }

    /// Opens the palette.
    void palette() {
        shell.connection().freshen();
        PaletteModel model =
                new PaletteModel(entries::all); // goes with its view, and with it the objects of this table
        PaletteView panel = new PaletteView(model, words, entry -> {
            overlays.close(entry.sort().name().toLowerCase(Locale.ROOT));
            entry.run().run();
        });
        overlays.show("palette", panel, panel.focus(), Pos.TOP_CENTER);
    }

    /// Opens the sheet of the keys that work in `scope`.
    void help(CommandScope scope) {
        List<CommandSpec> usable = commands.usable(scope).stream()
                .filter(command -> !commands.keys(command).isEmpty())
                .filter(command -> !command.id().matches("namespaces.favourite[2-9]"))
                .toList();
        Supplier<List<HelpView.Line>> lines =
                () -> usable.stream().map(this::line).toList();
        HelpView sheet = new HelpView(lines, words, line -> {
            overlays.close("chosen");
            line.run().run();
        });
        overlays.show("help", sheet, sheet.focus(), Pos.CENTER);
    }

    /// The nine favourites are one line.
    private HelpView.Line line(CommandSpec command) {
        boolean favourites = command.id().equals("namespaces.favourite1");
        return new HelpView.Line(
                words.say(command.group().title()),
                favourites ? List.of("1", "…", "9") : commands.keys(command),
                favourites ? words.say("shell.help.favourites") : words.say(command.title()),
                () -> commands.run(command));
    }

    /// Opens the settings.
    void settings() {
        SettingsView settings = new SettingsView(words, look, () -> overlays.close("close"));
        overlays.show("settings", settings.card(), settings.focus(), Pos.CENTER);
    }

    /// Opens the list of notices.
    void notices() {
        NoticesSheet sheet = new NoticesSheet(shell.notices(), words);
        overlays.show("notices", sheet, sheet, Pos.TOP_RIGHT);
    }

    /// Says how the table relates to the cluster.
    void sync() {
        SyncDetails details = new SyncDetails(
                status,
                words,
                () -> {
                    overlays.close("again");
                    shell.refresh();
                },
                () -> overlays.close("close"));
        overlays.show("sync", details.card(), details.focus(), Pos.CENTER);
    }
}
