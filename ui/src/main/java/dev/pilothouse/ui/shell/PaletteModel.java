package dev.pilothouse.ui.shell;

import dev.pilothouse.command.Palette;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The palette: a few letters find a command, a kind, a namespace, a context or an object.
public final class PaletteModel {
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
    private final Supplier<List<Entry>> everything;
    private Palette<Entry> palette = new Palette<>(List.of());

    /// Something that can be chosen.
    ///
    /// @param name what is searched and shown, in the language of the moment
    /// @param sort what it is
    /// @param kind what it is, in the language of the moment
    /// @param key the key that does the same, empty where there is none
    /// @param run does it
    public record Entry(String name, Palette.Sort sort, String kind, String key, Runnable run) {}

    /// A palette over what `everything` says now. One that is opened later is another: it has other things to find.
    PaletteModel(Supplier<List<Entry>> everything) {
        this.everything = everything;
        reread();
        query.addListener(o -> search());
    }

    /// The letters.
    public StringProperty queryProperty() {
        return query;
    }

    /// What they find, the best first.
    public ObservableList<Entry> found() {
        return found;
    }

    /// Which of them is chosen.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Gathers everything anew, such as in another language.
    void reread() {
        palette = new Palette<>(everything.get().stream()
                .map(e -> new Palette.Entry<>(e.name(), e.sort(), e))
                .toList());
        search();
    }

    /// Moves the choice.
    void step(int by) {
        if (!found.isEmpty()) chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }

    private void search() {
        String typed = query.get().strip();
        found.setAll(palette.find(typed).stream().map(f -> f.entry().target()).toList());
        chosen.set(0);
    }
}
