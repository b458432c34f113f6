package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.ui.inspector.InspectorModel;
import dev.pilothouse.ui.table.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The keys that work here, at most eight, the most useful first: what helps with the selected row, with marks, with a
/// filter, and how to go elsewhere; in a text to read, what helps with the text; while one types, what is no letter.
final class HintsModel {
    private static final int MOST = 8;

    private final ObservableList<Hint> hints = FXCollections.observableArrayList();
    private final ShellModel shell;
    private final CommandList commands;
    private final InspectorModel inspector;
    private final PromptModel prompt;
    private final Supplier<@Nullable CommandScope> scope;

    /// Hints for what `shell` shows.
    ///
    /// @param scope where the keyboard is; call `update` once it can be asked, and whenever it moves
    HintsModel(
            ShellModel shell,
            CommandList commands,
            InspectorModel inspector,
            PromptModel prompt,
            Supplier<@Nullable CommandScope> scope) {
        this.shell = shell;
        this.commands = commands;
        this.inspector = inspector;
        this.prompt = prompt;
        this.scope = scope;
        TableModel table = shell.table();
        InvalidationListener anew = o -> update();
        shell.placeProperty().addListener(anew);
        shell.connection().stateProperty().addListener(anew);
        table.selection().rowProperty().addListener(anew);
        table.selection().marksProperty().addListener(anew);
        table.filterTextProperty().addListener(anew);
        table.faultsOnlyProperty().addListener(anew);
        inspector.openProperty().addListener(anew);
        inspector.tabProperty().addListener(anew);
        prompt.modeProperty().addListener(anew);
        table.stateProperty().addListener(anew);
    }

    /// The hints.
    ObservableList<Hint> hints() {
        return hints;
    }

    /// Finds the hints anew.
    void update() {
        List<Hint> now =
                ids().stream().limit(MOST).map(commands::get).map(this::hint).toList();
        if (!now.stream()
                .map(Hint::command)
                .toList()
                .equals(hints.stream().map(Hint::command).toList())) hints.setAll(now);
    }

    private List<String> ids() {
        if (shell.placeProperty().get() == null) return List.of(unconnected(), "command", "palette", "help");
        if (prompt.modeProperty().get() != PromptModel.Mode.CLOSED) return List.of("back", "palette");
        return scope.get() == CommandScope.TEXT ? ofText() : ofTable();
    }

    private List<String> ofText() {
        List<String> ids = new ArrayList<>(List.of("back"));
        if (inspector.tabProperty().get().isText()) ids.addAll(List.of("text.find", "text.findNext", "text.copy"));
        ids.addAll(List.of("inspector.widen", "command", "palette", "help"));
        return ids;
    }

    private List<String> ofTable() {
        TableModel table = shell.table();
        List<String> ids = new ArrayList<>();
        boolean row = table.selection().rowProperty().get() != null;
        boolean object = shell.refOf(table.selection().rowProperty().get()) != null;
        SyncState state = table.stateProperty().get();
        if (!(state instanceof SyncState.Live) && !(state instanceof SyncState.Loading)) ids.add("refresh");
        if (row) ids.add("table.open");
        if (!table.selection().marks().isEmpty()) ids.add("table.clearMarks");
        if (row && object) ids.addAll(List.of("object.yaml", "object.describe"));
        if (!table.filterTextProperty().get().isEmpty()
                || table.faultsOnlyProperty().get()) ids.add("back");
        if (row && table.selection().marks().isEmpty()) ids.add("table.mark");
        ids.addAll(List.of("table.filter", "command", "palette", "help"));
        if (table.filterTextProperty().get().isEmpty()) ids.add("table.faults");
        return ids;
    }

    /// What helps where there is no cluster: to try again, or to stop waiting.
    private String unconnected() {
        return shell.connection().stateProperty().get() instanceof ConnectionModel.Failed ? "refresh" : "back";
    }

    private Hint hint(CommandSpec command) {
        return new Hint(command.id(), commands.key(command), command.title(), () -> commands.run(command));
    }
}
