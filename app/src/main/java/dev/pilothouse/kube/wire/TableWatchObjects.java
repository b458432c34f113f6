package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.InstantSource;

/// The objects of a watch of Tables: each a Table of one row, of which often only the first says its columns. Where a
/// server knows no Tables, plain objects.
final class TableWatchObjects implements JsonWatch.ObjectReading {
    private final JsonBody body;
    private final TableShape shape;
    private final TableProjector projector;
    private final TableCells cells;

    TableWatchObjects(JsonBody body, TableShape shape, InstantSource clock) {
        this.body = body;
        this.shape = shape;
        this.projector = new TableProjector(shape.schema());
        this.cells = new TableCells(body, clock);
    }

    @Override
    public WatchEvent read(String type) throws IOException {
        boolean columnsChanged = false;
        for (String name = body.nextField(); !name.isEmpty(); name = body.nextField()) {
            switch (name) {
                case "columnDefinitions" -> columnsChanged = describesOthers();
                case "rows" -> rows();
                // A Table's own metadata has a resource version only; a plain object's says who it is.
                case "metadata" -> body.cursor().metadata(projector);
                default -> body.json().skipChildren();
            }
        }
        if (!columnsChanged) return WatchEvents.of(type, projector);
        projector.reset();
        return new WatchEvent.ColumnsChanged();
    }

    private boolean describesOthers() throws IOException {
        return body.enter(JsonToken.START_ARRAY) && !shape.redefined(body).sameAs(shape);
    }

    private void rows() throws IOException {
        if (!body.enter(JsonToken.START_ARRAY)) return;
        while (body.json().nextToken() != JsonToken.END_ARRAY) {
            if (body.enter(JsonToken.START_OBJECT)) shape.readRow(body, projector, cells);
        }
    }
}
