package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A list in JSON.
final class JsonList implements ListReader {
    private final JsonBody body;
    private final Projector projector;
    private ListMeta meta = ListMeta.NONE;
    private boolean open;
    private boolean inItems;

    JsonList(JsonBody body, Projector projector) {
        this.body = body;
        this.projector = projector;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            return read();
        } catch (JsonProcessingException e) {
            throw JsonBody.inOurWords(e);
        }
    }

    @Override
    public ListMeta meta() {
        return meta;
    }

    @Override
    public RowSchema schema() {
        return projector.schema();
    }

    private @Nullable Row read() throws IOException {
        if (!open && body.json().nextToken() != JsonToken.START_OBJECT)
            throw new MalformedObjectException("not a list");
        open = true;
        while (true) {
            if (inItems) {
                JsonToken token = body.json().nextToken();
                if (token == JsonToken.START_OBJECT) return item();
                if (token != JsonToken.END_ARRAY) throw new MalformedObjectException("an item that is no object");
                inItems = false;
            }
            String name = body.nextField();
            switch (name) {
                case "" -> {
                    return null;
                }
                case "metadata" -> meta = body.listMeta();
                case "items" -> inItems = body.enter(JsonToken.START_ARRAY);
                default -> body.json().skipChildren();
            }
        }
    }

    private Row item() throws IOException {
        body.cursor().object(projector);
        return projector.finish();
    }
}
