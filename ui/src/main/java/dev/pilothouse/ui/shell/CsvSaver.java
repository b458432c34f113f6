package dev.pilothouse.ui.shell;

import dev.pilothouse.text.Text;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.text.Words;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Saves a table to a file that the user chooses, and says how that went.
final class CsvSaver {
    private final NoticesModel notices;
    private final Executor background;
    private final UiExecutor ui;
    private final Words words;

    CsvSaver(NoticesModel notices, Executor background, UiExecutor ui, Words words) {
        this.notices = notices;
        this.background = background;
        this.ui = ui;
        this.words = words;
    }

    /// Asks for a file and writes a table to it.
    ///
    /// @param rows how many rows it has
    /// @param csv makes its text, beside the window
    /// @param name the file's proposed name
    void save(Window window, int rows, Supplier<String> csv, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("shell.save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) write(chosen.toPath(), rows, csv);
    }

    /// Writes a table of so many rows to `file`.
    void write(Path file, int rows, Supplier<String> csv) {
        background.execute(() -> {
            try {
                Files.writeString(file, csv.get(), StandardCharsets.UTF_8);
                ui.run(() -> notices.done("csv.saved", Text.of("shell.save.done", file.toString(), rows)));
            } catch (IOException e) {
                ui.run(() -> notices.failed(
                        "csv.failed",
                        Text.of("shell.save.failed", file.toString()),
                        Text.of("shell.save.remedy"),
                        e.toString()));
            }
        });
    }
}
