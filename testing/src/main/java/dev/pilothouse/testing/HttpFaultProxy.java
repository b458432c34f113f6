package dev.pilothouse.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Stands before an API server, passes requests on, and answers those it is told to in the server's stead.
///
/// It ends TLS with the server's own certificate, so a kubeconfig needs nothing but its address. Bodies are
/// passed on as they come, so a watch works through it. A user with a client certificate cannot: it is not
/// passed on. Nor are protocol upgrades (exec, port-forward).
public final class HttpFaultProxy implements AutoCloseable {
    /// Headers that belong to one connection, and those that the client sets itself.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "content-length", "transfer-encoding", "host", "upgrade", "http2-settings", "keep-alive");

    private final ApiServer server;
    private final HttpsServer door;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final LongAdder bytes = new LongAdder();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /// A request as it came in.
    ///
    /// @param path with its query
    public record Request(String method, String path) {}

    /// An answer in the server's stead.
    private record Answer(
            Predicate<Request> when, int status, Map<String, String> headers, String body, AtomicInteger left) {

        boolean takes(Request request) {
            return when.test(request) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /// A proxy on a free loopback port, before `server`.
    public HttpFaultProxy(ApiServer server) {
        this.server = server;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(server.clientTls())
                .build();
        try {
            door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door.setHttpsConfigurator(new HttpsConfigurator(server.serverTls()));
        door.setExecutor(threads);
        door.createContext("/", this::handle);
        door.start();
    }

    /// Where clients reach the server through it.
    public URI url() {
        return URI.create("https://127.0.0.1:" + door.getAddress().getPort());
    }

    /// From now on answers matching requests with `status` and the `Status` object that an API server sends
    /// with it.
    public void answer(Predicate<Request> when, int status) {
        answer(when, status, Map.of(), Integer.MAX_VALUE);
    }

    /// Answers the next `times` matching requests with `status`, these headers, and the `Status` object that an
    /// API server sends with it.
    public void answer(Predicate<Request> when, int status, Map<String, String> headers, int times) {
        String reason = switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 409 -> "Conflict";
            case 410 -> "Expired";
            case 422 -> "Invalid";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> "InternalError";
        };
        String body = """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"answered by the test",\
                "reason":"%s","code":%d}""".formatted(reason, status);
        answerWith(when, status, headers, body, times);
    }

    /// Answers the next `times` matching requests with exactly this.
    public void answerWith(Predicate<Request> when, int status, Map<String, String> headers, String body, int times) {
        answers.add(new Answer(when, status, headers, body, new AtomicInteger(times)));
    }

    /// Passes everything on again.
    public void heal() {
        answers.clear();
    }

    /// The requests so far, oldest first.
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// How many bytes of bodies the server has sent through it, as they were sent: zipped where they were.
    public long bytes() {
        return bytes.sum();
    }

    @Override
    public void close() {
        door.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString());
            requests.add(request);
            for (Answer answer : answers) {
                if (answer.takes(request)) {
                    give(exchange, answer);
                    return;
                }
            }
            pass(exchange, request);
        }
    }

    private static void give(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void pass(HttpExchange exchange, Request request) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder onwards = HttpRequest.newBuilder(server.url().resolve(request.path()))
                .method(
                        request.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (passedOn(name)) values.forEach(value -> onwards.header(name, value));
        });
        HttpResponse<InputStream> answer = send(onwards.build());
        if (answer == null) return;
        answer.headers().map().forEach((name, values) -> {
            if (passedOn(name)) exchange.getResponseHeaders().put(name, values);
        });
        exchange.sendResponseHeaders(answer.statusCode(), 0);
        try (InputStream in = answer.body();
                OutputStream out = exchange.getResponseBody()) {
            out.flush(); // the headers: a watch is answered long before anything happens
            byte[] buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.add(n);
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }

    /// The server's answer, or null when the proxy is being closed.
    private @Nullable HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static boolean passedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }
}
