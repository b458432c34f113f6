package dev.pilothouse.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A namespace of one test's own, emptied and removed when the test has ended.
public final class TestNamespace implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ApiServer server;
    private final String name;

    private TestNamespace(ApiServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /// Makes one whose name begins as the test's does.
    static TestNamespace create(ApiServer server, String test) {
        String readable =
                test.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = (readable.length() > 40 ? readable.substring(0, 40) : readable) + "-" + COUNT.incrementAndGet();
        server.create(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name)));
        return new TestNamespace(server, name);
    }

    /// Its name.
    public String name() {
        return name;
    }

    /// The path of a core collection or object in it: `path("pods/web")`.
    public String path(String rest) {
        return "/api/v1/namespaces/" + name + "/" + rest;
    }

    /// The path of a collection or object of another group in it: `path("apps/v1", "deployments/web")`.
    public String path(String groupVersion, String rest) {
        return "/apis/" + groupVersion + "/namespaces/" + name + "/" + rest;
    }

    /// Creates the object in this namespace, whatever namespace it names.
    public Map<String, Object> create(Map<String, Object> object) {
        return server.create(placed(object));
    }

    /// Creates all objects in `yaml` in this namespace.
    public void create(String yaml) {
        Yaml.objects(yaml).forEach(this::create);
    }

    @SuppressWarnings("unchecked") // `metadata` is a mapping in every object
    private Map<String, Object> placed(Map<String, Object> object) {
        Map<String, Object> metadata =
                new LinkedHashMap<>((Map<String, Object>) object.getOrDefault("metadata", Map.of()));
        metadata.put("namespace", name);
        Map<String, Object> placed = new LinkedHashMap<>(object);
        placed.put("metadata", metadata);
        return placed;
    }

    /// Deletes its objects and itself. On a server without controllers nobody else would.
    @Override
    public void close() {
        String place = "/api/v1/namespaces/" + name;
        for (String api : apis()) deleteAll(api);
        try {
            server.delete(place);
            // What is left is the finalizer of a controller that is not there.
            if (server.exists(place)) server.finish(place);
        } catch (ApiException gone) {
            if (gone.status() != 404 && gone.status() != 409) throw gone;
        }
    }

    private List<String> apis() {
        List<String> apis = new ArrayList<>(List.of("/api/v1"));
        for (Object group : (List<?>) server.get("/apis").getOrDefault("groups", List.of())) {
            if (((Map<?, ?>) group).get("preferredVersion") instanceof Map<?, ?> preferred) {
                apis.add("/apis/" + preferred.get("groupVersion"));
            }
        }
        return apis;
    }

    private void deleteAll(String api) {
        try {
            for (Object entry : (List<?>) server.get(api).getOrDefault("resources", List.of())) {
                Map<?, ?> resource = (Map<?, ?>) entry;
                if (Boolean.TRUE.equals(resource.get("namespaced"))
                        && resource.get("verbs") instanceof List<?> verbs
                        && verbs.contains("deletecollection")) {
                    server.delete(api + "/namespaces/" + name + "/" + resource.get("name"));
                }
            }
        } catch (ApiException refused) {
            // An API that comes and goes in a test (a custom resource, metrics) must not fail the test that has ended.
            if (refused.status() != 404 && refused.status() != 503) throw refused;
        }
    }
}
