package dev.pilothouse.kube.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.ApiTransport.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers in JSON that are small enough to be held whole, as unmodifiable maps and lists in the server's order.
public final class JsonAnswer {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    /// Three bytes of JSON can become fifty on the heap, so values are counted as well.
    private static final int MAX_VALUES = 4_000_000;

    private final JsonParser parser;
    private int values;

    private JsonAnswer(JsonParser parser) {
        this.parser = parser;
    }

    /// Sends a request and reads the object it is answered with.
    public static Map<String, @Nullable Object> read(ApiTransport transport, Request request)
            throws KubeException, InterruptedException {
        try (Response response = transport.send(request)) {
            try {
                return read(response.body());
            } catch (InterruptedIOException e) { // the body could only pass it on so
                Thread.interrupted();
                throw (InterruptedException) new InterruptedException("while reading an answer").initCause(e);
            } catch (JsonProcessingException e) {
                String said = Redaction.clean(e.getOriginalMessage());
                throw new KubeException(new Failure.Unexpected(request.forPeople(), said, response.status()), e);
            } catch (IOException e) {
                throw response.failureOf(e);
            }
        }
    }

    /// Reads one object.
    ///
    /// @throws JsonProcessingException where the text is something else
    public static Map<String, @Nullable Object> read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(new Bounded(in))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "not a JSON object");
            }
            Map<String, @Nullable Object> object = new JsonAnswer(parser).object();
            parser.nextToken(); // to the end of the body: only then is the connection used again
            return object;
        }
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            map.put(name, value(parser.nextToken()));
        }
        return Collections.unmodifiableMap(map);
    }

    private List<@Nullable Object> list() throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(token));
        }
        return Collections.unmodifiableList(list);
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        if (++values > MAX_VALUES) throw new IOException("answer of more than " + MAX_VALUES + " values");
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    /// Ends with an exception rather than fill the memory.
    private static final class Bounded extends FilterInputStream {
        private int left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) count(1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) throw new IOException("answer larger than " + MAX_BYTES + " bytes");
        }
    }
}
