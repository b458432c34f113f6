package dev.pilothouse.ui.fx;

import javafx.application.Platform;

/// The JavaFX application thread.
///
/// A task is always queued, also when handed over on the thread itself: view models then never hear a change in the
/// middle of another, and the order is the order of hand-over.
public final class FxExecutor implements UiExecutor {
    @Override
    public void run(Runnable task) {
        Platform.runLater(task);
    }
}
