package dev.pilothouse.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.pilothouse.demo.store.StatusException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// One request and its answer.
final class Call {
    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final int WORTH_COMPRESSING = 1024;

    private final HttpExchange exchange;
    private final ObjectMapper mapper;
    private final Map<String, String> query = new HashMap<>();
    private final List<String> segments;

    Call(HttpExchange exchange, ObjectMapper mapper) {
        this.exchange = exchange;
        this.mapper = mapper;
        var uri = exchange.getRequestURI();
        segments = Stream.of(uri.getRawPath().split("/", -1))
                .filter(s -> !s.isEmpty())
                .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        var raw = uri.getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            query.put(
                    URLDecoder.decode(at < 0 ? pair : pair.substring(0, at), StandardCharsets.UTF_8),
                    at < 0 ? "" : URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /// The decoded parts of the path.
    List<String> segments() {
        return segments;
    }

    /// A query parameter, or empty.
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        var value = query.get(name);
        return value != null && (value.isEmpty() || value.equals("true") || value.equals("1"));
    }

    /// A number from the query, or `otherwise`.
    ///
    /// @throws StatusException with 400 where it is not a number
    long number(String name, long otherwise) {
        var text = query(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StatusException.badRequest("invalid value \"" + text + "\" for " + name);
        }
    }

    /// A request header, or empty.
    String header(String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /// Reads the body.
    byte[] body() throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new StatusException(413, "RequestEntityTooLarge", "the request is larger than 3 MB");
        }
        return bytes;
    }

    /// Reads the body as a JSON object; no body is an empty one.
    ///
    /// @throws StatusException with 400 where it is something else
    ObjectNode json() throws IOException {
        var type = header("Content-Type");
        if (type.contains("protobuf") || type.contains("cbor")) {
            throw new StatusException(
                    415, "UnsupportedMediaType", "the body of the request was in an unknown format: " + type);
        }
        try {
            var bytes = body();
            if (bytes.length == 0) {
                return mapper.createObjectNode();
            }
            if (mapper.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw StatusException.badRequest("the body is not an object");
        } catch (JsonProcessingException e) {
            throw StatusException.badRequest("couldn't parse the body: " + e.getOriginalMessage());
        }
    }

    /// Answers with a whole JSON body.
    void answer(int status, ObjectNode body) throws IOException {
        answer(status, "application/json", mapper.writeValueAsBytes(body));
    }

    /// Answers with a whole body.
    void answer(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (acceptsGzip() && body.length >= WORTH_COMPRESSING) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, 0);
            try (var out = new GZIPOutputStream(exchange.getResponseBody(), 16 * 1024)) {
                out.write(body);
            }
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().close();
        }
    }

    /// Answers with a body that is written bit by bit; every `flush` reaches the client.
    OutputStream stream(String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache, private");
        boolean gzip = acceptsGzip() && !type.startsWith("text/");
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        return gzip ? new GZIPOutputStream(out, 4096, true) : out;
    }

    /// Answers with what went wrong.
    void answer(StatusException status) throws IOException {
        if (status.retryAfterSeconds() > 0) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(status.retryAfterSeconds()));
        }
        answer(status.code(), status.body());
    }

    /// Whether an answer has begun, so that no other can be given.
    boolean answered() {
        return exchange.getResponseCode() != -1;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    private boolean acceptsGzip() {
        return header("Accept-Encoding").contains("gzip");
    }
}
