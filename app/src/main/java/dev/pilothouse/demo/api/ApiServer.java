package dev.pilothouse.demo.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pilothouse.demo.store.StatusException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on a loopback port and hands each request to the API. It listens before its content is there: requests
/// that come early wait for it.
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final HttpServer http;
    private final CompletableFuture<Api> api;
    private final Interference interference;

    private ApiServer(HttpServer http, CompletableFuture<Api> api, Interference interference) {
        this.http = http;
        this.api = api;
        this.interference = interference;
    }

    /// Starts to listen.
    ///
    /// @param api what answers, once it is ready
    /// @param threads runs each request on a thread of its own
    public static ApiServer start(CompletableFuture<Api> api, Interference interference, Executor threads)
            throws IOException {
        // Without this each small answer on a kept connection waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        var server = new ApiServer(http, api, interference);
        http.setExecutor(threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /// Where it listens: `http://127.0.0.1:43121`.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Api ready;
            try {
                ready = api.get();
            } catch (ExecutionException e) {
                LOG.error("demo cluster: its content cannot be read", e);
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            answer(ready, new Call(exchange, ready.mapper()));
        } catch (IOException e) {
            // The client went away; there is nobody to tell.
            LOG.trace("demo cluster: client left {}", exchange.getRequestURI(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Api ready, Call call) throws IOException, InterruptedException {
        try {
            var fault = interference.faultFor(call.path());
            if (fault != null) {
                throw fault;
            }
            interference.await(call.path(), call.number("limit", 0) > 0);
            ready.handle(call);
        } catch (StatusException e) {
            if (!call.answered()) {
                call.answer(e);
            }
        } catch (RuntimeException e) {
            LOG.error("demo cluster: {} {}", call.method(), call.path(), e);
            if (!call.answered()) {
                call.answer(new StatusException(500, "InternalError", "Internal error occurred: " + e));
            }
        }
    }

    /// Stops listening and cuts all connections.
    @Override
    public void close() {
        interference.clear();
        http.stop(0);
    }
}
