package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.table.TableModel;
import java.util.ArrayDeque;
import java.util.Queue;
import javafx.beans.value.ObservableValue;

/// Lets commands on rows wait for rows that are on their way, such as a key pressed right after the Enter or the Esc
/// that opens another view: it is meant for a row of that view, and there is none yet.
///
/// They run in their order as soon as a row is selected, or once it is certain that none will come. Whatever else the
/// user does meanwhile makes them forgotten.
final class TypeAhead {
    /// A key that is held down must not make more than one hand can mean.
    private static final int MOST = 32;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final TableModel table;
    private final ObservableValue<Boolean> leaving;
    private final UiExecutor ui;

    /// Nothing waits.
    ///
    /// @param leaving whether another view is about to take the place of what is on screen
    TypeAhead(TableModel table, ObservableValue<Boolean> leaving, UiExecutor ui) {
        this.table = table;
        this.leaving = leaving;
        this.ui = ui;
        table.selection().rowProperty().addListener(o -> look());
        table.stateProperty().addListener(o -> look());
        leaving.addListener(o -> look());
    }

    /// Runs `command` now, or when the row comes that it is meant for.
    void run(Runnable command) {
        if (waiting.isEmpty() && !rowsAreComing()) command.run();
        else if (waiting.size() < MOST) waiting.add(command);
    }

    /// Forgets what waits.
    void forget() {
        waiting.clear();
    }

    private boolean rowsAreComing() {
        return leaving.getValue()
                || (table.selection().rowProperty().get() == null
                        && table.stateProperty().get() instanceof SyncState.Loading);
    }

    /// Later, for the table is in the middle of showing what came.
    private void look() {
        if (!waiting.isEmpty() && !rowsAreComing()) ui.run(this::catchUp);
    }

    private void catchUp() {
        while (!waiting.isEmpty() && !rowsAreComing()) waiting.remove().run();
    }
}
