package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.Projector;

/// What the object that a projector has just read means in a watch.
final class WatchEvents {
    private WatchEvents() {}

    /// The event of this type, as the server names it.
    static WatchEvent of(String type, Projector read) {
        String version = read.resourceVersion();
        return switch (type) {
            case "ADDED", "MODIFIED" -> new WatchEvent.Changed(read.finish(), version);
            case "DELETED" -> new WatchEvent.Deleted(read.finish(), version);
            case "BOOKMARK" -> {
                read.reset();
                yield new WatchEvent.Bookmark(version);
            }
            default -> throw new MalformedObjectException("no watch event is called " + type);
        };
    }
}
