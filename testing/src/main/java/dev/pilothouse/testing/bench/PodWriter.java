package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Writes to the API server as the bench's two field managers do. Any number of threads may use it: each request under
/// way has a connection, and connections are kept.
final class PodWriter implements AutoCloseable {
    /// Who makes the pods.
    private static final String MAKER = "?fieldManager=bench-controller";
    /// Who reports their status.
    private static final String REPORTER = "?fieldManager=bench-kubelet";

    private final ApiServer server;
    private final HttpClient http;

    PodWriter(ApiServer server) {
        this.server = server;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(server.clientTls())
                .build();
    }

    /// Makes an object; one that is there already is left as it is.
    void create(String collection, String json) {
        int status = send("POST", collection + MAKER, "application/json", json);
        if (status != 409) check(status, "POST " + collection);
    }

    /// Makes a pod and reports its status.
    void create(PodTemplate.Made pod) {
        create(pods(pod.namespace()), pod.body());
        patchStatus(pod.namespace(), pod.name(), pod.status());
    }

    /// Reports a pod's status by a strategic merge patch.
    void patchStatus(String namespace, String name, String json) {
        String path = pods(namespace) + "/" + name + "/status" + REPORTER;
        check(send("PATCH", path, "application/strategic-merge-patch+json", json), "PATCH " + path);
    }

    /// Deletes a pod at once.
    void delete(String namespace, String name) {
        String path = pods(namespace) + "/" + name;
        int status = send("DELETE", path, "application/json", "{\"gracePeriodSeconds\":0}");
        if (status != 404) check(status, "DELETE " + path);
    }

    private static String pods(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/pods";
    }

    private static void check(int status, String request) {
        if (status >= 300) throw new BrokenMeasurement(request + " was answered " + status);
    }

    private int send(String method, String path, String type, String json) {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve(path))
                .header("Authorization", "Bearer " + server.adminToken())
                .header("Content-Type", type)
                .header("Accept", "application/vnd.kubernetes.protobuf") // the answer is not read: the cheaper one
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenMeasurement("interrupted in " + method + " " + path, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
