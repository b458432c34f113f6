package dev.pilothouse.resource;

import org.jspecify.annotations.Nullable;

/// Shares in percent, rounded down as kubectl and K9s show them.
public final class Share {
    private Share() {}

    /// How much `part` is of `whole`, in percent; null where `whole` is not positive.
    public static @Nullable Integer percent(long part, long whole) {
        if (whole <= 0) return null;
        double percent = 100.0 * part / whole;
        return percent >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) percent;
    }
}
