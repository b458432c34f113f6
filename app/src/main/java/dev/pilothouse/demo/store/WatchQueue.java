package dev.pilothouse.demo.store;

import dev.pilothouse.resource.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The changes of one kind, for one watch, in order. A reader who falls too far behind is cut off, as by the real
/// server.
public final class WatchQueue implements AutoCloseable {
    private static final int CAPACITY = 20_000;

    private final ObjectStore store;
    private final ResourceKind kind;
    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    WatchQueue(ObjectStore store, ResourceKind kind, List<Change> replayed) {
        this.store = store;
        this.kind = kind;
        replayed.forEach(change -> items.add(new Item.Changed(change)));
    }

    /// The next item, or null where none came in time.
    public @Nullable Item poll(Duration patience) throws InterruptedException {
        var item = items.poll();
        if (item == null && ended.getCount() == 0) {
            return Item.END;
        }
        return item != null ? item : items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits without reading: for the end, or until the time is over.
    ///
    /// @return the end, or null where the watch goes on
    public @Nullable Item awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS) ? Item.END : null;
    }

    /// The store's version now, which a bookmark may name once the queue has been read empty.
    public long version() {
        return store.version();
    }

    ResourceKind kind() {
        return kind;
    }

    void offer(Change change) {
        if (items.size() >= CAPACITY) {
            end(null);
        } else if (ended.getCount() > 0) {
            items.add(new Item.Changed(change));
        }
    }

    void end(@Nullable StatusException error) {
        items.add(error == null ? Item.END : new Item.Failed(error));
        ended.countDown();
    }

    @Override
    public void close() {
        store.forget(this);
    }

    /// What a watch may have to say.
    public sealed interface Item {
        /// The watch is over.
        Item END = new Ended();

        /// An object changed.
        record Changed(Change change) implements Item {}

        /// The watch ends with an error that is to be sent.
        record Failed(StatusException error) implements Item {}

        /// The watch ends without a word.
        record Ended() implements Item {}
    }
}
