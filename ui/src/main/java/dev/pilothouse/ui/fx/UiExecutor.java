package dev.pilothouse.ui.fx;

/// Runs tasks where nodes and view models live: on the JavaFX application thread, or inline in tests.
@FunctionalInterface
public interface UiExecutor {

    /// Runs `task` soon, after all tasks handed over before it.
    void run(Runnable task);
}
