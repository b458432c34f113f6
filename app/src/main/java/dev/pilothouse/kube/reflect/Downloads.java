package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The downloads of one reflector: each runs on a thread of its own, and what they tell waits in one queue. The queue
/// has little room: a download that reads faster than its news are heard waits, and the server with it.
final class Downloads {
    private static final int ROOM = 32;

    private final ApiTransport transport;
    private final Executor threads;
    private final LongAdder bytes;
    private final BlockingQueue<Envelope> inbox = new ArrayBlockingQueue<>(ROOM);

    /// News and whom they come from; neither where somebody only wants to be noticed.
    record Envelope(@Nullable Download from, @Nullable News news) {}

    /// @param bytes counts what is read of bodies
    Downloads(ApiTransport transport, Executor threads, LongAdder bytes) {
        this.transport = transport;
        this.threads = threads;
        this.bytes = bytes;
    }

    /// Sends a request, and reads its answer on another thread.
    Download start(Request request, Download.Reading reading) {
        Download download =
                new Download(transport, request, bytes, reading, (from, news) -> inbox.put(new Envelope(from, news)));
        threads.execute(download);
        return download;
    }

    /// What was told first and not heard yet; null where nothing is for so many nanoseconds. Whoever asks finds out
    /// whether he still wants to hear of that download.
    @Nullable Envelope next(long nanos) throws InterruptedException {
        return inbox.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /// Ends a wait for news, with none; a full queue does so as well.
    void nudge() {
        inbox.offer(new Envelope(null, null));
    }
}
