package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A watch in JSON: objects of a type and an object, one after the other.
final class JsonWatch implements WatchReader {
    private static final JsonFactory COPY = new JsonFactory();

    private final JsonBody body;
    private final ObjectReading objects;

    /// Reads the object that the parser stands on, in an event of this type.
    interface ObjectReading {
        WatchEvent read(String type) throws IOException;
    }

    /// A watch whose objects are read by `objects`.
    JsonWatch(JsonBody body, ObjectReading objects) {
        this.body = body;
        this.objects = objects;
    }

    @Override
    public @Nullable WatchEvent next() throws IOException {
        try {
            return read();
        } catch (JsonProcessingException e) {
            throw JsonBody.inOurWords(e);
        }
    }

    private @Nullable WatchEvent read() throws IOException {
        JsonToken token = body.json().nextToken();
        if (token == null) return null;
        if (token != JsonToken.START_OBJECT) throw new MalformedObjectException("not a watch event");
        String type = "";
        WatchEvent event = null;
        for (String name = body.nextField(); !name.isEmpty(); name = body.nextField()) {
            switch (name) {
                case "type" -> type = body.text();
                case "object" -> {
                    if (!body.enter(JsonToken.START_OBJECT)) continue;
                    event = type.equals("ERROR") ? new WatchEvent.Failed(status()) : objects.read(type);
                }
                default -> body.json().skipChildren();
            }
        }
        if (event == null) throw new MalformedObjectException("a watch event without an object");
        return event;
    }

    private byte[] status() throws IOException {
        ByteArrayOutputStream copy = new Statement();
        try (JsonGenerator generator = COPY.createGenerator(copy)) {
            generator.copyCurrentStructure(body.json());
        }
        return copy.toByteArray();
    }

    /// Holds what a server says went wrong, which takes a few lines.
    private static final class Statement extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (count + length > ProtobufWatch.LONGEST_STATUS)
                throw new MalformedObjectException("a status without an end");
            super.write(bytes, offset, length);
        }
    }
}
