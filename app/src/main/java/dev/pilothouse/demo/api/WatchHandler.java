package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.store.WatchQueue;
import dev.pilothouse.demo.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/// Answers `watch`: one JSON object per line, with bookmarks, until the client's `timeoutSeconds` or half an hour.
final class WatchHandler {
    private static final Duration BOOKMARK = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final long LONGEST_SECONDS = 1800;

    private final ObjectStore store;
    private final Tables tables;
    private final Interference interference;

    WatchHandler(ObjectStore store, Tables tables, Interference interference) {
        this.store = store;
        this.tables = tables;
        this.interference = interference;
    }

    void watch(Call call, Target target) throws IOException, InterruptedException {
        var media = MediaType.accepted(call.header("Accept"));
        var include = Tables.Include.parse(call.query("includeObject"));
        var selector = ReadHandler.selector(call, target);
        boolean bookmarks = call.flag("allowWatchBookmarks");
        long asked = call.number("timeoutSeconds", 0);
        long seconds = asked > 0 ? Math.min(asked, LONGEST_SECONDS) : LONGEST_SECONDS;
        long from = call.number("resourceVersion", 0);
        WatchQueue opened;
        try {
            opened = store.watch(target.kind(), from);
        } catch (StatusException e) {
            try (var out = call.stream("application/json")) {
                line(call.mapper(), out, "ERROR", e.body());
                out.flush();
            }
            return;
        }
        try (var queue = opened;
                var out = call.stream("application/json")) {
            out.flush();
            var writer = new Writer(call.mapper(), target, media, include, out);
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            long bookmark = System.nanoTime() + BOOKMARK.toNanos();
            boolean open = true;
            while (open && System.nanoTime() < end) {
                // The version is read before the queue: what is queued later is newer than the bookmark.
                long version = queue.version();
                var item = interference.silent() ? queue.awaitEnd(STEP) : queue.poll(STEP);
                switch (item) {
                    case null -> {
                        if (bookmarks && System.nanoTime() > bookmark && !interference.silent()) {
                            writer.bookmark(version);
                            bookmark = System.nanoTime() + BOOKMARK.toNanos();
                        }
                    }
                    case WatchQueue.Item.Changed changed -> {
                        var type = changed.change().seenBy(selector);
                        if (type != null) {
                            writer.event(type.name(), changed.change().shownAs(type));
                        }
                    }
                    case WatchQueue.Item.Failed failed -> {
                        line(call.mapper(), out, "ERROR", failed.error().body());
                        open = false;
                    }
                    case WatchQueue.Item.Ended ended -> open = false;
                }
            }
        }
    }

    private static void line(ObjectMapper mapper, OutputStream out, String type, ObjectNode object) throws IOException {
        var event = mapper.createObjectNode().put("type", type);
        event.set("object", object);
        out.write(mapper.writeValueAsBytes(event));
        out.write('\n');
    }

    /// Writes events in the form that was asked for.
    private final class Writer {
        private final ObjectMapper mapper;
        private final Target target;
        private final MediaType media;
        private final Tables.Include include;
        private final OutputStream out;
        private boolean headers = true;

        Writer(ObjectMapper mapper, Target target, MediaType media, Tables.Include include, OutputStream out) {
            this.mapper = mapper;
            this.target = target;
            this.media = media;
            this.include = include;
            this.out = out;
        }

        void event(String type, ObjectNode object) throws IOException {
            line(mapper, out, type, form(object));
            out.flush();
        }

        void bookmark(long version) throws IOException {
            var object = mapper.createObjectNode();
            object.put("kind", target.kind().kind())
                    .put("apiVersion", target.kind().gvr().apiVersion());
            Meta.of(object).put("resourceVersion", Long.toString(version)).putNull("creationTimestamp");
            event("BOOKMARK", object);
        }

        private ObjectNode form(ObjectNode object) {
            if (media.table()) {
                var table = tables.table(target.kind(), List.of(object), include, headers);
                headers = false;
                Meta.of(table).put("resourceVersion", Meta.resourceVersion(object));
                return table;
            }
            return media.partial() ? Tables.partial(object) : object;
        }
    }
}
