package dev.pilothouse.ui.shell;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The settings: each takes effect at once.
final class SettingsView {
    private static final double WIDTH = 360;

    /// Nearer to what it belongs to than to what follows.
    private static final Insets NOTE = new Insets(-8, 0, 0, 0);

    private final Words words;
    private final GridPane grid = new GridPane();
    private final Card card;

    /// The settings of `look`.
    SettingsView(Words words, Look look, Runnable close) {
        this.words = words;
        grid.getStyleClass().add("settings-grid");
        LookSettings kept = look.kept();
        choice(
                "theme",
                List.of(LookSettings.Theme.values()),
                kept.theme(),
                t -> key("theme", t),
                look::theme,
                note(look.themeOptionProperty()));
        choice(
                "language",
                List.of("", "en", "ja"),
                kept.language(),
                t -> t.isEmpty() ? "shell.settings.language.system" : "shell.settings.language." + t,
                look::language,
                note(look.languageOptionProperty()));
        choice("rows", List.of(LookSettings.Rows.values()), kept.rows(), r -> key("rows", r), look::rows);
        card = new Card(words.bind("shell.settings.title"), grid);
        card.setId("settings");
        card.setMinWidth(480);
        card.button("close", words.bind("shell.settings.close"), close);
    }

    /// The dialog.
    Card card() {
        return card;
    }

    /// What has the keyboard.
    Node focus() {
        return card.lookup(".toggle-button:selected") == null ? card : card.lookup(".toggle-button:selected");
    }

    private static String key(String setting, Enum<?> value) {
        return "shell.settings." + setting + "." + value.name().toLowerCase(Locale.ROOT);
    }

    /// Says below a choice that a start option rules this run, as long as it does.
    private Label note(ReadOnlyStringProperty option) {
        Label note = new Label();
        note.getStyleClass().add("option-note");
        note.setWrapText(true);
        note.setPrefWidth(WIDTH);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.textProperty().bind(words.bind(option.map(typed -> Text.of("shell.settings.option", typed))));
        note.visibleProperty().bind(option.isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private <T> void choice(
            String id, List<T> values, T now, Function<T, String> key, Consumer<T> choose, Node... below) {
        Label title = new Label();
        title.textProperty().bind(words.bind("shell.settings." + id));
        HBox buttons = new HBox();
        buttons.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton button = new ToggleButton();
            button.setId(id + "-" + i);
            button.textProperty().bind(words.bind(key.apply(value)));
            button.setToggleGroup(group);
            button.setSelected(value.equals(now));
            button.getStyleClass().add(i == 0 ? "left-pill" : i == values.size() - 1 ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                choose.accept(value);
            });
            buttons.getChildren().add(button);
        }
        grid.addRow(grid.getRowCount(), title, buttons);
        for (Node note : below) {
            GridPane.setMargin(note, NOTE);
            grid.add(note, 1, grid.getRowCount());
        }
    }
}
