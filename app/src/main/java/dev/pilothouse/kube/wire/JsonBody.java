package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A body in JSON, with the parts that lists, watches and Tables share.
final class JsonBody {
    /// Deeper than any built-in object; Jackson refuses what goes further.
    private static final int DEEPEST = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Keys of labels and managed fields would fill the process's own table of texts for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(8 << 20)
                    .build())
            .build();

    private final JsonParser json;
    private final JsonCursor cursor;

    JsonBody(InputStream in, TextPool pool) throws IOException {
        this.json = JSON.createParser(in);
        this.cursor = new JsonCursor(json, pool);
    }

    JsonParser json() {
        return json;
    }

    JsonCursor cursor() {
        return cursor;
    }

    /// What Jackson does not like: an end in the middle is an `EOFException`, all else a malformed object.
    static IOException inOurWords(JsonProcessingException e) {
        if (!(e instanceof JsonEOFException)) throw new MalformedObjectException("not JSON as expected", e);
        EOFException end = new EOFException("the body ends in the middle of an object");
        end.initCause(e);
        return end;
    }

    /// The name of the next field of the object under way, with the parser on its value; empty at the object's end.
    String nextField() throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_OBJECT) return "";
        if (token == null) throw new EOFException("the body ends in the middle of an object");
        String name = json.currentName();
        json.nextToken();
        return name.isEmpty() ? "?" : name; // an empty name is nobody's field
    }

    /// Reads a list's metadata, whose opening brace the parser stands on.
    ListMeta listMeta() throws IOException {
        if (!enter(JsonToken.START_OBJECT)) return ListMeta.NONE;
        String version = "";
        String next = "";
        long remaining = 0;
        for (String name = nextField(); !name.isEmpty(); name = nextField()) {
            switch (name) {
                case "resourceVersion" -> version = text();
                case "continue" -> next = text();
                case "remainingItemCount" -> remaining = number();
                default -> json.skipChildren();
            }
        }
        return new ListMeta(version, next, Math.max(0, remaining));
    }

    /// Whether the parser stands on the beginning of such a structure; if not, what it stands on is passed over.
    boolean enter(JsonToken start) throws IOException {
        if (json.currentToken() == start) return true;
        json.skipChildren();
        return false;
    }

    /// The text that the parser stands on; empty where it stands on something else, which is passed over.
    String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) return cursor.uniqueText();
        json.skipChildren();
        return "";
    }

    /// The number that the parser stands on; 0 where it stands on something else, which is passed over.
    long number() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) return json.getValueAsLong();
        json.skipChildren();
        return 0;
    }
}
