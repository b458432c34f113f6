package dev.pilothouse.testing.bench;

/// Something did not happen that a figure needs: the program ended, an event did not come, counts do not agree. The
/// bench then says what, and ends with a failure; being slow is never one.
public final class BrokenMeasurement extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what in a sentence
    public BrokenMeasurement(String what) {
        super(what);
    }

    BrokenMeasurement(String what, Throwable cause) {
        super(what, cause);
    }
}
