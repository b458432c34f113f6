package dev.pilothouse.kube.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Pulls events from a watch's body as they arrive.
public interface WatchReader {

    /// The next event, or null where the server has ended the watch between two events.
    @Nullable WatchEvent next() throws IOException;
}
