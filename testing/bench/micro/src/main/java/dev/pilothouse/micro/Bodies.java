package dev.pilothouse.micro;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.bench.Filler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Answers of a real API server, kept in a folder that the benchmarks' own JVMs are told of: `pods.protobuf` and so on.
final class Bodies {
    /// The system property that names the folder.
    static final String FOLDER = "pilothouse.micro.bodies";

    static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    static final String JSON = "application/json";

    private static final int PODS = 2000;

    private Bodies() {}

    /// Asks a server with 2,000 pods for its pods, nodes and namespaces, 500 at the most, in both encodings.
    static void fetch(Path folder) throws IOException, InterruptedException {
        ApiServer server = Filler.keptServer(PODS);
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(server.clientTls()).build()) {
            for (String kind : List.of("pods", "nodes", "namespaces")) {
                for (String encoding : List.of(PROTOBUF, JSON)) {
                    HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v1/" + kind + "?limit=500"))
                            .header("Accept", encoding)
                            .header("Authorization", "Bearer " + server.adminToken())
                            .build();
                    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200) throw new IOException(request + " was answered with " + answer);
                    Files.write(folder.resolve(file(kind, encoding)), answer.body());
                }
            }
        } finally {
            server.close();
        }
    }

    /// What was fetched of a kind, in an encoding.
    static byte[] body(String kind, String encoding) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty(FOLDER)).resolve(file(kind, encoding)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // JMH makes states with constructors that throw nothing checked
        }
    }

    private static String file(String kind, String encoding) {
        return kind + (encoding.equals(JSON) ? ".json" : ".protobuf");
    }
}
