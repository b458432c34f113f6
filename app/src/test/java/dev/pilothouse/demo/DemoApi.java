package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// A demo cluster and a plain HTTP client for it.
final class DemoApi implements AutoCloseable {
    static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    final DemoCluster cluster;

    DemoApi(DemoOptions options) throws IOException {
        cluster = DemoCluster.start(options, threads, scheduler);
    }

    /// One whose time stands still.
    static DemoApi frozen() {
        try {
            return new DemoApi(DemoOptions.frozen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Answer(int status, JsonNode body) {}

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer table(String path) {
        return send(request(path).header("Accept", TABLE).GET().build());
    }

    Answer accepting(String accept, String path) {
        return send(request(path).header("Accept", accept).GET().build());
    }

    Answer send(String method, String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer apply(String path, String manager, String body) {
        return send("PATCH", path + "?fieldManager=" + manager, "application/apply-patch+yaml", body);
    }

    Answer delete(String path, String options) {
        return send("DELETE", path, "application/json", options);
    }

    String text(String path) {
        try {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens a watch; the caller closes it.
    Watch watch(String path, String accept) {
        try {
            var answer = http.send(
                    request(path).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Watch(mapper, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class Watch implements AutoCloseable {
        private final JsonMapper mapper;
        private final BufferedReader lines;

        Watch(JsonMapper mapper, InputStream body) {
            this.mapper = mapper;
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /// The next event; a missing node at the end of the stream.
        JsonNode next() {
            try {
                var line = lines.readLine();
                return line == null ? mapper.missingNode() : mapper.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cluster.uri() + path));
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), mapper.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cluster.close();
        http.shutdownNow();
        scheduler.shutdownNow();
        threads.shutdownNow();
    }
}
