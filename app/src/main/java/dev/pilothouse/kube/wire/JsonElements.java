package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An object in JSON with a list's `metadata` and one or more arrays of objects that become rows, one at a time.
abstract class JsonElements implements ListReader {
    private final JsonBody body;
    private ListMeta meta = ListMeta.NONE;
    private boolean open;
    private boolean inArray;

    JsonElements(JsonBody body) {
        this.body = body;
    }

    /// Reads the value of a field other than `metadata`.
    ///
    /// @return whether it only entered it, and rows follow
    protected abstract boolean field(String name) throws IOException;

    /// The row of the object whose opening brace has just been read.
    protected abstract Row element() throws IOException;

    @Override
    public final @Nullable Row next() throws IOException {
        try {
            return read();
        } catch (JsonProcessingException e) {
            throw JsonBody.inOurWords(e);
        }
    }

    @Override
    public final ListMeta meta() {
        return meta;
    }

    private @Nullable Row read() throws IOException {
        if (!open && body.json().nextToken() != JsonToken.START_OBJECT)
            throw new MalformedObjectException("not a list");
        open = true;
        while (true) {
            if (inArray) {
                JsonToken token = body.json().nextToken();
                if (token == JsonToken.START_OBJECT) return element();
                if (token != JsonToken.END_ARRAY) throw new MalformedObjectException("an element that is no object");
                inArray = false;
            }
            String name = body.nextField();
            if (name.isEmpty()) return null;
            if (name.equals("metadata")) meta = body.listMeta();
            else inArray = field(name);
        }
    }
}
