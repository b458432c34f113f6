package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A list as the server's Table; where a server knows no Tables and sends plain objects, rows without cells.
public final class TableList implements ListReader {
    private final JsonBody body;
    private final TableCells cells;
    private TableShape shape;
    private TableProjector projector;
    private ListMeta meta = ListMeta.NONE;
    private boolean open;
    private boolean inRows;
    private boolean inItems;

    TableList(JsonBody body, boolean namespaced, InstantSource clock) {
        this.shape = TableShape.plain(namespaced);
        this.projector = new TableProjector(shape.schema());
        this.body = body;
        this.cells = new TableCells(body, clock);
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
        return shape.schema();
    }

    /// The shape of the rows, which a watch needs to know; known once `next` has returned.
    public TableShape shape() {
        return shape;
    }

    private @Nullable Row read() throws IOException {
        if (!open && body.json().nextToken() != JsonToken.START_OBJECT) throw new MalformedObjectException("no Table");
        open = true;
        while (true) {
            if (inRows || inItems) {
                JsonToken token = body.json().nextToken();
                if (token == JsonToken.START_OBJECT) return row();
                if (token != JsonToken.END_ARRAY) throw new MalformedObjectException("a row that is no object");
                inRows = false;
                inItems = false;
            }
            String name = body.nextField();
            switch (name) {
                case "" -> {
                    return null;
                }
                case "metadata" -> meta = body.listMeta();
                case "columnDefinitions" -> readShape();
                case "rows" -> inRows = body.enter(JsonToken.START_ARRAY);
                case "items" -> inItems = body.enter(JsonToken.START_ARRAY);
                default -> body.json().skipChildren();
            }
        }
    }

    private void readShape() throws IOException {
        if (!body.enter(JsonToken.START_ARRAY)) return;
        shape = shape.redefined(body);
        projector = new TableProjector(shape.schema());
    }

    private Row row() throws IOException {
        if (inRows) shape.readRow(body, projector, cells);
        else body.cursor().object(projector);
        return projector.finish();
    }
}
