package dev.pilothouse.kube.http;

import java.io.IOException;
import java.time.Duration;

/// Nothing came for as long as a body may stay silent.
final class StalledException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration limit;

    StalledException(Duration limit) {
        super("no data for " + limit.toSeconds() + " s");
        this.limit = limit;
    }

    /// How long was waited.
    Duration limit() {
        return limit;
    }
}
