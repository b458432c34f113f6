package dev.pilothouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The etcd behind an API server, through its JSON gateway. Any number of threads may use it.
public final class Etcd implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Etcd(URI url) {
        this.url = url;
    }

    /// What is stored at this key.
    ///
    /// @throws IllegalArgumentException where nothing is
    public byte[] get(String key) {
        JsonNode found =
                call("/v3/kv/range", "{\"key\": \"" + base64(utf8(key)) + "\"}").at("/kvs/0/value");
        if (found.isMissingNode()) throw new IllegalArgumentException("etcd stores nothing at " + key);
        return Base64.getDecoder().decode(found.asText());
    }

    /// Stores this at this key, and so behind the API server's back: it learns of it as of any other change.
    public void put(String key, byte[] value) {
        call("/v3/kv/put", "{\"key\": \"" + base64(utf8(key)) + "\", \"value\": \"" + base64(value) + "\"}");
    }

    /// Removes what is stored at this key, if anything is, behind the API server's back too.
    public void delete(String key) {
        call("/v3/kv/deleterange", "{\"key\": \"" + base64(utf8(key)) + "\"}");
    }

    /// Forgets every version of every object but the newest.
    void compact() {
        JsonNode newest = call("/v3/kv/range", "{\"key\": \"AA==\", \"limit\": 1, \"count_only\": true}");
        long revision = newest.at("/header/revision").asLong();
        call("/v3/kv/compaction", "{\"revision\": " + revision + ", \"physical\": true}");
    }

    /// Gives back the room of what it has forgotten.
    void defragment() {
        call("/v3/maintenance/defragment", "{}");
    }

    private JsonNode call(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new ApiException("etcd " + path, answer.statusCode(), answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("etcd " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
