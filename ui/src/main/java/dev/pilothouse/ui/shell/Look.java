package dev.pilothouse.ui.shell;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.RowHeight;
import dev.pilothouse.ui.theme.Themes;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How the window looks: colours, language and row height. What is chosen takes effect at once and is kept for later
/// runs; where a start option rules this run instead of what is kept, it does so until something is chosen.
final class Look {
    private final ReadOnlyStringWrapper themeOption = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper languageOption = new ReadOnlyStringWrapper();
    private final Words words;
    private final Themes themes;
    private final SettingsStore settings;
    private final ObjectProperty<RowHeight> rowHeight;

    /// The look of a window that wears theme and language already.
    ///
    /// @param rowHeight how tall its rows are; set to what is kept
    Look(
            Shell.LookOptions options,
            Words words,
            Themes themes,
            SettingsStore settings,
            ObjectProperty<RowHeight> rowHeight) {
        themeOption.set(options.theme());
        languageOption.set(options.language());
        this.words = words;
        this.themes = themes;
        this.settings = settings;
        this.rowHeight = rowHeight;
        rowHeight.set(RowHeight.valueOf(kept().rows().name()));
    }

    /// What is kept for later runs.
    LookSettings kept() {
        return settings.get().look();
    }

    /// The start option that rules the colours of this run, empty where none does.
    ReadOnlyStringProperty themeOptionProperty() {
        return themeOption.getReadOnlyProperty();
    }

    /// The start option that rules the language of this run, empty where none does.
    ReadOnlyStringProperty languageOptionProperty() {
        return languageOption.getReadOnlyProperty();
    }

    /// Chooses the colours.
    void theme(LookSettings.Theme theme) {
        themeOption.set("");
        themes.choiceProperty().set(choice(theme));
        keep(look -> new LookSettings(theme, look.language(), look.rows()));
    }

    /// Switches between light and dark.
    void otherTheme() {
        theme(themes.dark().get() ? LookSettings.Theme.LIGHT : LookSettings.Theme.DARK);
    }

    /// Chooses the language.
    ///
    /// @param tag its tag, empty for that of the system
    void language(String tag) {
        languageOption.set("");
        words.speak(spoken(tag));
        keep(look -> new LookSettings(look.theme(), tag, look.rows()));
    }

    /// Switches between the languages.
    void otherLanguage() {
        language((words.language() == Language.EN ? Language.JA : Language.EN).tag());
    }

    /// Chooses how tall rows are.
    void rows(LookSettings.Rows rows) {
        rowHeight.set(RowHeight.valueOf(rows.name()));
        keep(look -> new LookSettings(look.theme(), look.language(), rows));
    }

    private void keep(UnaryOperator<LookSettings> change) {
        settings.update(s -> s.withLook(change.apply(s.look())));
    }

    private static Language spoken(String tag) {
        for (Language language : Language.values()) if (language.tag().equals(tag)) return language;
        return Language.nearest(Locale.getDefault());
    }

    private static Themes.Choice choice(LookSettings.Theme theme) {
        return switch (theme) {
            case SYSTEM -> Themes.Choice.AUTO;
            case LIGHT -> Themes.Choice.LIGHT;
            case DARK -> Themes.Choice.DARK;
        };
    }
}
