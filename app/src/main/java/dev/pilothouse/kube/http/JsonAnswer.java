package dev.pilothouse.kube.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
    /// Deeper than any object that people write. Each level of it indents the YAML made of it, so that a deep object
    /// of a megabyte would become gigabytes of blanks.
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    /// Three bytes of JSON can become fifty on the heap, so values are counted as well.
    private static final int MAX_VALUES = 4_000_000;

    private final JsonParser parser;
    private final Room room;

    private JsonAnswer(JsonParser parser, Room room) {
        this.parser = parser;
        this.room = room;
    }

    /// How much may still be read of what is held at the same time.
    public static final class Room {
        private int bytes = MAX_BYTES;
        private int values = MAX_VALUES;

        private void bytes(int read) throws IOException {
            bytes -= read;
            if (bytes < 0) throw new TooLargeException("more than " + MAX_BYTES + " bytes");
        }

        private void value() throws IOException {
            if (--values < 0) throw new TooLargeException("more than " + MAX_VALUES + " values");
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /// Sends a request and reads the object it is answered with.
    public static Map<String, @Nullable Object> read(ApiTransport transport, Request request)
            throws KubeException, InterruptedException {
        return read(transport, request, new Room());
    }

    /// Sends a request and reads the object it is answered with, which belongs to others in the same room.
    public static Map<String, @Nullable Object> read(ApiTransport transport, Request request, Room room)
            throws KubeException, InterruptedException {
        try (Response response = transport.send(request)) {
            try {
                return read(response.body(), room);
            } catch (InterruptedIOException e) { // the body could only pass it on so
                Thread.interrupted();
                throw (InterruptedException) new InterruptedException("while reading an answer").initCause(e);
            } catch (JsonProcessingException e) {
                String said = Redaction.clean(e.getOriginalMessage());
                throw new KubeException(new Failure.Unexpected(request.forPeople(), said, response.status()), e);
            } catch (TooLargeException e) {
                String said = String.valueOf(e.getMessage());
                throw new KubeException(new Failure.TooLarge(request.forPeople(), said, MAX_BYTES >> 20), e);
            } catch (IOException e) {
                throw response.failureOf(e);
            }
        }
    }

    /// Reads one object.
    ///
    /// @throws JsonProcessingException where the text is something else
    public static Map<String, @Nullable Object> read(InputStream in) throws IOException {
        return read(in, new Room());
    }

    private static Map<String, @Nullable Object> read(InputStream in, Room room) throws IOException {
        try (JsonParser parser = FACTORY.createParser(new Bounded(in, room))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "not a JSON object");
            }
            Map<String, @Nullable Object> object = new JsonAnswer(parser, room).object();
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
        room.value();
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
        private final Room room;

        Bounded(InputStream in, Room room) {
            super(in);
            this.room = room;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) room.bytes(1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) room.bytes(read);
            return read;
        }
    }
}
