package dev.pilothouse.ui.table;

import java.util.function.LongConsumer;

/// Stands in until a pane shows the model.
enum NoViewport implements Viewport {
    INSTANCE;

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int capacity() {
        return 20;
    }

    @Override
    public void scrollTo(int first) {}

    @Override
    public void reveal(int index) {}

    @Override
    public void beforeSwap() {}

    @Override
    public void afterSwap() {}

    @Override
    public void laidOut(LongConsumer action) {
        action.accept(0);
    }
}
