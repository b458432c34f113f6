package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandHistory;
import dev.pilothouse.command.Completion;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The bottom line: closed, a command after `:`, or a filter after `/`.
public final class PromptModel {
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.CLOSED);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Text> error = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Completion> completions = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private CommandHistory history = CommandHistory.empty();
    private final Actions actions;
    private Consumer<String> onRan = line -> {};
    private int recalled;
    private String filterBefore = "";

    /// What is typed.
    public enum Mode {
        /// Nothing.
        CLOSED,
        /// A command.
        COMMAND,
        /// A filter.
        FILTER
    }

    /// What the line does.
    interface Actions {
        /// Somebody is about to type a command: looks anew at what can be named.
        void begin();

        /// What could be meant by a command typed so far.
        List<Completion> complete(String line);

        /// Runs a command; says what was not understood, or null.
        @Nullable Text run(String line);

        /// Filters; says what was not understood, or null.
        @Nullable Text filter(String filter);
    }

    /// A closed line.
    PromptModel(Actions actions) {
        this.actions = actions;
        text.subscribe(this::typed);
    }

    /// What is typed.
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// The line without its `:` or `/`.
    public StringProperty textProperty() {
        return text;
    }

    /// What was not understood, null where all was.
    public ReadOnlyObjectProperty<@Nullable Text> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// What could be meant.
    public ObservableList<Completion> completions() {
        return completions;
    }

    /// Which completion is chosen, -1 for none.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Takes over the commands of earlier runs.
    void remember(CommandHistory before) {
        history = before;
    }

    /// Hears of each command that was run from here on.
    void onRan(Consumer<String> listener) {
        onRan = listener;
    }

    /// Opens the line for a command.
    void openCommand(String start) {
        actions.begin();
        open(Mode.COMMAND, start);
        recalled = 0;
    }

    /// More can be named than before: completes anew what is typed, unless a completion is chosen already.
    void vocabularyChanged() {
        if (mode.get() == Mode.COMMAND && chosen.get() < 0) completions.setAll(actions.complete(text.get()));
    }

    /// Opens the line for a filter.
    ///
    /// @param now the filter in force
    void openFilter(String now) {
        filterBefore = now;
        open(Mode.FILTER, now);
    }

    /// Enter: runs the command, or keeps the filter. Stays open where something was not understood.
    void accept() {
        switch (mode.get()) {
            case CLOSED -> {}
            case FILTER -> {
                if (error.get() == null) close();
            }
            case COMMAND -> {
                String line = chosen.get() >= 0
                        ? completions.get(chosen.get()).line().strip()
                        : text.get().strip();
                if (line.isEmpty()) {
                    close();
                    return;
                }
                Text wrong = actions.run(line);
                if (wrong != null && chosen.get() < 0 && !completions.isEmpty()) {
                    line = completions.getFirst().line().strip(); // the start of a word is enough
                    wrong = actions.run(line);
                }
                error.set(wrong);
                if (wrong != null) return;
                history = history.with(line);
                onRan.accept(line);
                close();
            }
        }
    }

    /// Esc: a command is dropped; a filter goes back to what it was before.
    void cancel() {
        if (mode.get() == Mode.FILTER) actions.filter(filterBefore);
        close();
    }

    /// Down or Up: through the completions while there are some and nothing was recalled, otherwise through the
    /// history.
    ///
    /// @param by 1 for down, -1 for up
    void step(int by) {
        if (mode.get() != Mode.COMMAND) return;
        boolean recalling = recalled > 0 || text.get().isEmpty();
        if (!completions.isEmpty() && !recalling) {
            int next = chosen.get() + by;
            chosen.set(next < -1 ? completions.size() - 1 : next >= completions.size() ? -1 : next);
        } else {
            int target = Math.clamp(recalled - by, 0, history.lines().size());
            if (target == recalled) return;
            String line = target == 0 ? "" : history.lines().get(target - 1);
            text.set(line);
            recalled = target;
        }
    }

    /// Tab: takes the chosen completion, or the first, into the line.
    void complete() {
        if (completions.isEmpty()) return;
        take(completions.get(Math.max(0, chosen.get())));
    }

    /// Takes a completion into the line.
    void take(Completion completion) {
        text.set(completion.line() + " ");
    }

    /// A click on a completion: takes it and runs the line.
    void run(Completion completion) {
        text.set(completion.line());
        chosen.set(-1);
        accept();
    }

    private void open(Mode opened, String start) {
        close();
        text.set(start); // before the line opens, which puts the caret behind what stands in it
        mode.set(opened);
        typed(start);
    }

    private void close() {
        mode.set(Mode.CLOSED);
        error.set(null);
        completions.clear();
        chosen.set(-1);
        text.set("");
    }

    private void typed(String line) {
        chosen.set(-1);
        switch (mode.get()) {
            case CLOSED -> {}
            case COMMAND -> {
                error.set(null);
                recalled = 0;
                completions.setAll(actions.complete(line));
            }
            case FILTER -> error.set(actions.filter(line));
        }
    }
}
