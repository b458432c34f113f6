package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// One request under way on a thread of its own. Once abandoned it tells nothing more, and ends soon.
final class Download implements Runnable {
    private final ApiTransport transport;
    private final Request request;
    private final LongAdder bytes;
    private final Reading reading;
    private final Listener listener;

    private @Nullable Thread thread;
    private @Nullable Response response;
    private boolean abandoned;

    /// Reads a response's body.
    interface Reading {
        void read(Response response, InputStream body, Download download) throws IOException, InterruptedException;
    }

    /// Hears what a download has to tell; waits while there is too much of it.
    interface Listener {
        void hear(Download from, News news) throws InterruptedException;
    }

    Download(ApiTransport transport, Request request, LongAdder bytes, Reading reading, Listener listener) {
        this.transport = transport;
        this.request = request;
        this.bytes = bytes;
        this.reading = reading;
        this.listener = listener;
    }

    Request request() {
        return request;
    }

    /// Ends it, whatever it waits for.
    synchronized void abandon() {
        abandoned = true;
        if (response != null) response.close();
        if (thread != null) thread.interrupt();
    }

    /// Tells the reflector something.
    void tell(News news) throws InterruptedException {
        if (!isAbandoned()) listener.hear(this, news);
    }

    @Override
    public void run() {
        if (!begin(Thread.currentThread())) return;
        try {
            News.Broke broke = readAll();
            if (broke != null) tell(broke);
        } catch (InterruptedException e) {
            // Only abandoning interrupts this thread: nobody is left to tell.
        } finally {
            end();
        }
    }

    private News.@Nullable Broke readAll() throws InterruptedException {
        try (Response opened = transport.send(request)) {
            if (!keep(opened)) return null;
            try {
                reading.read(opened, new CountedStream(opened.body(), bytes), this);
                return null;
            } catch (IOException e) {
                return new News.Broke(opened.failureOf(e).failure());
            }
        } catch (KubeException e) {
            return new News.Broke(e.failure());
        } catch (MalformedObjectException e) {
            return new News.Broke(Reflections.malformed(request, e));
        } catch (RuntimeException e) {
            // Whatever a hostile answer made of our own code: the view says so instead of standing still.
            return new News.Broke(Reflections.unforeseen(request.forPeople(), e));
        } catch (Error e) {
            tell(new News.Broke(Reflections.unforeseen(
                    request.forPeople(), e))); // else the view would say for good that it is live
            throw e;
        }
    }

    private synchronized boolean begin(Thread current) {
        thread = current;
        return !abandoned;
    }

    private synchronized boolean keep(Response opened) {
        response = opened;
        return !abandoned;
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /// Leaves the thread as it was found, for an executor may use it again.
    private synchronized void end() {
        thread = null;
        response = null;
        if (abandoned) Thread.interrupted();
    }
}
