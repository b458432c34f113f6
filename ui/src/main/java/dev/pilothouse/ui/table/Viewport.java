package dev.pilothouse.ui.table;

import java.util.function.LongConsumer;

/// The part of the rows that is on screen, as the model sees it.
interface Viewport {

    /// The index of the first row that is on screen, at least in part.
    int first();

    /// How many whole rows fit.
    int capacity();

    /// Shifts the rows so that `first` is the first on screen, its hidden part hidden as before.
    void scrollTo(int first);

    /// Shifts the rows no further than needed to show this one.
    void reveal(int index);

    /// Rows are about to be swapped.
    void beforeSwap();

    /// Rows were swapped, selection and scroll position restored.
    void afterSwap();

    /// Calls `action` at the end of the next pulse, with the nanoseconds that its styling and layout took. What
    /// was laid out in the pulse before has been painted by then.
    void laidOut(LongConsumer action);

    /// Nobody looks.
    static Viewport none() {
        return NoViewport.INSTANCE;
    }
}
