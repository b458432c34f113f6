package dev.pilothouse.ui.shell;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// The settings: each takes effect at once.
final class SettingsView {
    private final Words words;
    private final SettingsStore store;
    private final GridPane grid = new GridPane();
    private final Card card;

    /// The settings in `store`.
    SettingsView(Words words, SettingsStore store, Runnable close) {
        this.words = words;
        this.store = store;
        grid.getStyleClass().add("settings-grid");
        LookSettings look = store.get().look();
        choice(
                "theme",
                List.of(LookSettings.Theme.values()),
                look.theme(),
                t -> key("theme", t),
                t -> look(l -> new LookSettings(t, l.language(), l.rows())));
        choice(
                "language",
                List.of("", "en", "ja"),
                look.language(),
                t -> t.isEmpty() ? "shell.settings.language.system" : "shell.settings.language." + t,
                t -> look(l -> new LookSettings(l.theme(), t, l.rows())));
        choice(
                "rows",
                List.of(LookSettings.Rows.values()),
                look.rows(),
                r -> key("rows", r),
                r -> look(l -> new LookSettings(l.theme(), l.language(), r)));
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

    /// The language that a setting means.
    static Language language(String tag) {
        for (Language language : Language.values()) if (language.tag().equals(tag)) return language;
        return Language.nearest(Locale.getDefault());
    }

    private void look(Function<LookSettings, LookSettings> change) {
        store.update(s -> s.withLook(change.apply(s.look())));
    }

    private static String key(String setting, Enum<?> value) {
        return "shell.settings." + setting + "." + value.name().toLowerCase(Locale.ROOT);
    }

    private <T> void choice(String id, List<T> values, T now, Function<T, String> key, Consumer<T> choose) {
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
    }
}
