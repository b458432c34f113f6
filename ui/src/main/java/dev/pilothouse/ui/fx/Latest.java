package dev.pilothouse.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands over only the latest of many values: while one waits for the UI thread, newer ones take its place. So a slow
/// window is handed one batch, not a queue of them.
///
/// @param <T> what is handed over
public final class Latest<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final UiExecutor ui;
    private final BinaryOperator<T> merge;
    private final Consumer<T> receiver;

    /// Values for `receiver`, which hears them on `ui`.
    ///
    /// @param merge makes one value of a waiting and a newer one; `(waiting, newer) -> newer` drops the older
    public Latest(UiExecutor ui, BinaryOperator<T> merge, Consumer<T> receiver) {
        this.ui = ui;
        this.merge = merge;
        this.receiver = receiver;
    }

    /// Hands over `value`, from any thread.
    public void offer(T value) {
        T before = waiting.getAndUpdate(old -> old == null ? value : merge.apply(old, value));
        if (before == null) ui.run(this::deliver);
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null) receiver.accept(value);
    }
}
