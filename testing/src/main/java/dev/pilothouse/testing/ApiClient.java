package dev.pilothouse.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Talks to an API server as one user, in maps and paths, with nothing of the program under test: what a test
/// arranges and what it checks must not be wrong in the same way.
///
/// Objects are maps as JSON has them. Paths are the API's own, such as `/api/v1/namespaces/shop/pods/web`.
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final URI server;
    private final @Nullable String token;
    private final HttpClient http;
    private final Map<String, Resource> resources = new ConcurrentHashMap<>();

    /// Where discovery says that a kind's objects live.
    private record Resource(String plural, boolean namespaced) {}

    ApiClient(URI server, Authority authority, Credential credential) {
        this.server = server;
        this.token = credential instanceof Credential.Token t ? t.token() : null;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(authority.clientTls(credential))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /// Creates an object; its answer is the object as the server keeps it.
    public Map<String, Object> create(Map<String, Object> object) {
        String path = path(object);
        String collection = path.substring(0, path.lastIndexOf('/'));
        return send("POST", collection, "application/json", object);
    }

    /// Creates the object in `yaml`.
    public Map<String, Object> create(String yaml) {
        return create(Yaml.object(yaml));
    }

    /// Creates or changes objects by server-side apply, any number of them in `yaml`.
    public void apply(String yaml) {
        for (Map<String, Object> object : Yaml.objects(yaml)) {
            send("PATCH", path(object) + "?fieldManager=test&force=true", "application/apply-patch+yaml", object);
        }
    }

    /// The object at `path`.
    public Map<String, Object> get(String path) {
        return send("GET", path, "", null);
    }

    /// Whether there is something at `path`.
    public boolean exists(String path) {
        return status("GET", path) == 200;
    }

    /// The items of the collection at `path`.
    @SuppressWarnings("unchecked") // that is how the API server writes a list
    public List<Map<String, Object>> list(String path) {
        return (List<Map<String, Object>>) get(path).getOrDefault("items", List.of());
    }

    /// Changes the object at `path` by a JSON merge patch.
    public Map<String, Object> patch(String path, Map<String, Object> patch) {
        return send("PATCH", path, "application/merge-patch+json", patch);
    }

    /// Changes the status of the object at `path` by a JSON merge patch of the whole object: `{status: …}`.
    public Map<String, Object> patchStatus(String path, Map<String, Object> patch) {
        return patch(path + "/status", patch);
    }

    /// Deletes what is at `path`, an object or a collection, without a grace period.
    public void delete(String path) {
        send("DELETE", path, "application/json", Map.of("gracePeriodSeconds", 0));
    }

    /// The status that a request without a body is answered with.
    public int status(String method, String path) {
        return exchange(method, path, "", null).statusCode();
    }

    /// The path of an object, from its `apiVersion`, `kind` and name by the server's discovery.
    @SuppressWarnings("unchecked") // `metadata` is a mapping in every object
    public String path(Map<String, Object> object) {
        String apiVersion = text(object, "apiVersion");
        Resource resource = resource(apiVersion, text(object, "kind"));
        Map<String, Object> metadata = (Map<String, Object>) object.getOrDefault("metadata", Map.of());
        String namespace = resource.namespaced() ? "/namespaces/" + metadata.getOrDefault("namespace", "default") : "";
        return root(apiVersion) + namespace + "/" + resource.plural() + "/" + metadata.getOrDefault("name", "");
    }

    private static String root(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }

    private Resource resource(String apiVersion, String kind) {
        Resource known = resources.get(apiVersion + " " + kind);
        if (known != null) return known;
        Object listed = get(root(apiVersion)).getOrDefault("resources", List.of());
        for (Object entry : (List<?>) listed) {
            Map<?, ?> resource = (Map<?, ?>) entry;
            String plural = String.valueOf(resource.get("name"));
            if (kind.equals(resource.get("kind")) && !plural.contains("/")) {
                Resource found = new Resource(plural, Boolean.TRUE.equals(resource.get("namespaced")));
                resources.put(apiVersion + " " + kind, found);
                return found;
            }
        }
        throw new IllegalArgumentException("the server has no " + kind + " in " + apiVersion);
    }

    private static String text(Map<String, Object> object, String field) {
        if (object.get(field) instanceof String text) return text;
        throw new IllegalArgumentException("an object without " + field + ": " + object);
    }

    Map<String, Object> send(String method, String path, String contentType, @Nullable Map<String, Object> body) {
        HttpResponse<String> answer = exchange(method, path, contentType, body);
        if (answer.statusCode() >= 300) throw new ApiException(method + " " + path, answer.statusCode(), answer.body());
        try {
            return answer.body().startsWith("{") ? JSON.readValue(answer.body(), OBJECT) : new LinkedHashMap<>();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> exchange(
            String method, String path, String contentType, @Nullable Map<String, Object> body) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
            if (token != null) request.header("Authorization", "Bearer " + token);
            if (!contentType.isEmpty()) request.header("Content-Type", contentType);
            request.method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + path, e);
        }
    }
}
