package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.wire.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the watch under way is doing, and whether watches of this kind get bookmarks.
final class Pulse {
    /// A watch that lasted so long has made good for the failures before it.
    private static final Duration LONG_WATCH = Duration.ofSeconds(3);

    private @Nullable Instant opened;
    private long heardNanos;
    private boolean bookmarks = true;
    private boolean outdated;

    /// A watch was asked for.
    void asked() {
        opened = null;
        heardNanos = System.nanoTime();
    }

    /// It was answered.
    void answered(Instant now) {
        opened = now;
        heardNanos = System.nanoTime();
    }

    /// It said something.
    void heard(WatchEvent event) {
        heardNanos = System.nanoTime();
        if (event instanceof WatchEvent.Bookmark) bookmarks = true;
    }

    /// It said nothing for longer than bookmarks take to come, so perhaps there are none. The next one that comes
    /// proves otherwise.
    void fellSilent() {
        bookmarks = false;
    }

    /// The server does not have its version any more. Says whether a list may be asked for at once: it may not
    /// where the list before was asked for because of the same, and its watch got nowhere.
    boolean outdated() {
        boolean again = outdated;
        outdated = true;
        return !again;
    }

    /// Whether it has run long enough for what failed before it to be over.
    boolean gotSomewhere(Instant now) {
        if (!lasted(LONG_WATCH, now)) return false;
        outdated = false;
        return true;
    }

    boolean bookmarks() {
        return bookmarks;
    }

    /// Whether it has run so long since its answer.
    boolean lasted(Duration time, Instant now) {
        return opened != null && Duration.between(opened, now).compareTo(time) >= 0;
    }

    /// Whether nothing was heard of it for so long.
    boolean silentFor(Duration time) {
        return System.nanoTime() - heardNanos > time.toNanos();
    }
}
