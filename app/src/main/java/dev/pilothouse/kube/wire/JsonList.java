package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;

/// A list in JSON.
final class JsonList extends JsonElements {
    private final JsonBody body;
    private final Projector projector;

    JsonList(JsonBody body, Projector projector) {
        super(body);
        this.body = body;
        this.projector = projector;
    }

    @Override
    public RowSchema schema() {
        return projector.schema();
    }

    @Override
    protected boolean field(String name) throws IOException {
        if (name.equals("items")) return body.enter(JsonToken.START_ARRAY);
        body.json().skipChildren();
        return false;
    }

    @Override
    protected Row element() throws IOException {
        body.cursor().object(projector);
        return projector.finish();
    }
}
