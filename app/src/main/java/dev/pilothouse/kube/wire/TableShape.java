package dev.pilothouse.kube.wire;

import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns that a Table has, and how its rows are read.
public final class TableShape {
    /// More columns than anybody can look at; the rest is left out.
    private static final int MOST_COLUMNS = 100;

    /// The columns that come from the metadata.
    private static final Set<String> OWN =
            Set.of(Columns.NAMESPACE.id(), Columns.NAME.id(), Columns.LABELS.id(), Columns.AGE.id());

    private final boolean namespaced;
    private final List<TableColumn> served;
    private final RowSchema schema;
    private final int[] indexes; // of a cell's column in the schema, -1 where the column is left out

    private TableShape(boolean namespaced, List<TableColumn> served) {
        this.namespaced = namespaced;
        this.served = List.copyOf(served);
        this.indexes = new int[served.size()];
        List<Column<?>> columns =
                new ArrayList<>(namespaced ? List.of(Columns.NAMESPACE, Columns.NAME) : List.of(Columns.NAME));
        Set<String> taken = new HashSet<>(OWN);
        for (int i = 0; i < indexes.length; i++) {
            boolean left = served.get(i).isOwn() || i >= MOST_COLUMNS;
            indexes[i] = left ? -1 : columns.size();
            if (!left) columns.add(served.get(i).column(taken));
        }
        columns.add(Columns.LABELS);
        columns.add(Columns.AGE);
        this.schema = new RowSchema(columns);
    }

    /// The shape before the server has said its columns, which stays where a server knows no Tables.
    static TableShape plain(boolean namespaced) {
        return new TableShape(namespaced, List.of());
    }

    /// The columns: the server's, with our own for namespace, name, labels and age.
    public RowSchema schema() {
        return schema;
    }

    /// Whether the server still describes the same columns.
    boolean sameAs(TableShape other) {
        return served.equals(other.served);
    }

    /// Reads the column definitions that the parser stands on, for the same kind.
    TableShape redefined(JsonBody body) throws IOException {
        List<TableColumn> columns = new ArrayList<>();
        while (body.json().nextToken() != JsonToken.END_ARRAY) {
            if (!body.enter(JsonToken.START_OBJECT)) continue;
            TableColumn column = column(body);
            if (columns.size() < 2 * MOST_COLUMNS) columns.add(column); // some are our own, which do not count
        }
        return new TableShape(namespaced, columns);
    }

    private static TableColumn column(JsonBody body) throws IOException {
        String name = "";
        String type = "";
        String format = "";
        long priority = 0;
        for (String field = body.nextField(); !field.isEmpty(); field = body.nextField()) {
            switch (field) {
                case "name" -> name = body.text();
                case "type" -> type = body.text();
                case "format" -> format = body.text();
                case "priority" -> priority = body.number();
                default -> body.json().skipChildren();
            }
        }
        return new TableColumn(name, type, format, priority);
    }

    /// Reads the row whose opening brace the parser stands on: cells, and the object's metadata.
    ///
    /// @param projector made for this shape's schema; it still holds the object, for `finish`
    void readRow(JsonBody body, TableProjector projector, TableCells cells) throws IOException {
        body.cursor().startOver();
        for (String field = body.nextField(); !field.isEmpty(); field = body.nextField()) {
            switch (field) {
                case "cells" -> readCells(body, projector, cells);
                case "object" -> {
                    if (body.enter(JsonToken.START_OBJECT)) body.cursor().object(projector);
                }
                default -> body.json().skipChildren();
            }
        }
    }

    private void readCells(JsonBody body, TableProjector projector, TableCells cells) throws IOException {
        if (!body.enter(JsonToken.START_ARRAY)) return;
        List<Column<?>> columns = schema.columns();
        for (int i = 0; body.json().nextToken() != JsonToken.END_ARRAY; i++) {
            int index = i < indexes.length ? indexes[i] : -1;
            if (index < 0) body.json().skipChildren();
            else projector.cell(index, cells.read(columns.get(index)));
        }
    }
}
