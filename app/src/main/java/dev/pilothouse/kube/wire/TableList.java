package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.io.IOException;
import java.time.InstantSource;

/// A list as the server's Table; where a server knows no Tables and sends plain objects, rows without cells.
public final class TableList extends JsonElements {
    private final JsonBody body;
    private final TableCells cells;
    private TableShape shape;
    private TableProjector projector;
    private boolean inRows;

    TableList(JsonBody body, boolean namespaced, InstantSource clock) {
        super(body);
        this.shape = TableShape.plain(namespaced);
        this.projector = new TableProjector(shape.schema());
        this.body = body;
        this.cells = new TableCells(body, clock);
    }

    @Override
    public RowSchema schema() {
        return shape.schema();
    }

    /// The shape of the rows, which a watch needs to know; known once `next` has returned.
    public TableShape shape() {
        return shape;
    }

    @Override
    protected boolean field(String name) throws IOException {
        inRows = name.equals("rows");
        if (inRows || name.equals("items")) return body.enter(JsonToken.START_ARRAY);
        if (name.equals("columnDefinitions")) readShape();
        else body.json().skipChildren();
        return false;
    }

    private void readShape() throws IOException {
        if (!body.enter(JsonToken.START_ARRAY)) return;
        shape = shape.redefined(body);
        projector = new TableProjector(shape.schema());
    }

    @Override
    protected Row element() throws IOException {
        if (inRows) shape.readRow(body, projector, cells);
        else body.cursor().object(projector);
        return projector.finish();
    }
}
