package dev.pilothouse.kube.http;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.login.Credential;
import dev.pilothouse.kube.login.Login;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Sends requests through fabric8's HTTP client over the JDK's.
public final class HttpApiTransport implements ApiTransport {
    private static final int MAX_ERROR_BODY = 256 * 1024;
    private static final Duration ERROR_BODY_PATIENCE = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;

    private final Endpoint endpoint;
    private final Login login;
    private final Connections connections;
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /// A transport to `endpoint`. Sends nothing yet.
    ///
    /// @param executor runs the HTTP client's small tasks; virtual threads will do
    public HttpApiTransport(Endpoint endpoint, Login login, Executor executor) {
        this.endpoint = endpoint;
        this.login = login;
        this.connections = new Connections(endpoint, executor);
    }

    @Override
    public Response send(Request request) throws KubeException, InterruptedException {
        @Nullable Credential credential = login.credential();
        HttpResponseStream response = exchange(request, credential);
        if (response.status() == UNAUTHORIZED) {
            Failure refusal = failure(request, response, credential);
            credential = login.afterRefusal(credential);
            if (credential == null) throw new KubeException(refusal);
            response = exchange(request, credential);
        }
        // A redirect would carry the credential somewhere else: an API server has no reason to send one.
        if (response.status() >= 300) throw new KubeException(failure(request, response, credential));
        return response;
    }

    private HttpResponseStream exchange(Request request, Credential credential)
            throws KubeException, InterruptedException {
        requests.increment();
        BodyStream body = new BodyStream(request.stallTimeout());
        CompletableFuture<HttpResponse<AsyncBody>> answer = null;
        try {
            HttpClient client = connections.client(credential.certificate());
            answer = client.consumeBytes(build(client, request, credential), body);
            HttpResponse<AsyncBody> response = answer.get();
            body.start(response.body());
            return new HttpResponseStream(
                    response, body, bytes, e -> ApiFailures.of(request, endpoint, e, "", credential.secrets()));
        } catch (IllegalArgumentException e) { // its message may quote a header: it is cleaned, and left behind
            throw new KubeException(ApiFailures.of(request, endpoint, e, "", credential.secrets())
                    .failure());
        } catch (ExecutionException | IOException | GeneralSecurityException e) {
            throw ApiFailures.of(request, endpoint, e, connections.proxyProblem(), credential.secrets());
        } catch (InterruptedException e) {
            if (answer != null) giveUp(answer);
            throw e;
        }
    }

    /// An answer that came just before the interrupt would hold its connection for good.
    private static void giveUp(CompletableFuture<HttpResponse<AsyncBody>> answer) {
        answer.cancel(true);
        var _ = answer.whenComplete((response, cause) -> {
            if (response != null) response.body().cancel();
        });
    }

    private HttpRequest build(HttpClient client, Request request, Credential credential) {
        HttpRequest.Builder builder = client.newHttpRequestBuilder()
                .uri(URI.create(endpoint.server() + request.path()))
                .timeout(request.headerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        byte @Nullable [] content = request.body();
        if (content != null) {
            String type = request.headers().getOrDefault("Content-Type", "application/json");
            builder.method(request.method(), type, new ByteArrayInputStream(content), content.length);
        } else if (!request.method().equals("GET")) {
            builder.method(request.method(), null, (String) null);
        }
        endpoint.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) builder.setHeader(name, value);
        });
        builder.setHeader("Accept-Encoding", "gzip");
        builder.setHeader("User-Agent", "pilothouse");
        if (!credential.authorization().isEmpty()) builder.setHeader("Authorization", credential.authorization());
        return builder.build();
    }

    private static Failure failure(Request request, HttpResponseStream response, Credential credential) {
        byte[] body = errorBody(response);
        String redirect =
                response.header("Location").map(to -> "redirect to " + to).orElse("");
        ApiStatus status = ApiStatus.parse(body)
                .orElseGet(() -> ApiStatus.plain(
                        response.status(), redirect.isEmpty() ? new String(body, StandardCharsets.UTF_8) : redirect));
        return ApiFailures.of(
                request,
                response.status(),
                status,
                response.header("Retry-After")
                        .map(after ->
                                RetryAfter.of(after, response.header("Date").orElse("")))
                        .orElse(null),
                credential.secrets());
    }

    /// The body of a refusal, or as much of it as comes soon: a failure must not hang on its own explanation.
    private static byte[] errorBody(HttpResponseStream response) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        long end = System.nanoTime() + ERROR_BODY_PATIENCE.toNanos();
        try (response) {
            response.stallAfter(ERROR_BODY_PATIENCE);
            byte[] buffer = new byte[8 * 1024];
            int count = 0;
            while (count >= 0 && said.size() < MAX_ERROR_BODY && System.nanoTime() - end < 0) {
                said.write(buffer, 0, count);
                count = response.body().read(buffer);
            }
        } catch (IOException e) {
            return said.toByteArray(); // the status and what came say enough
        }
        return said.toByteArray();
    }

    @Override
    public long requests() {
        return requests.sum();
    }

    @Override
    public long bytes() {
        return bytes.sum();
    }

    @Override
    public void close() {
        login.close();
        connections.close();
    }
}
