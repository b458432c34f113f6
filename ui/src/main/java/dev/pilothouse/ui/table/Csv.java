package dev.pilothouse.ui.table;

import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as comma-separated values (RFC 4180), in which a file opened in a spreadsheet stays data.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front: names and annotations are whatever
/// somebody on the cluster typed. Instants are written as such (ISO 8601), for an age is wrong as soon as the file is
/// closed.
///
/// @param schema the columns of the rows
/// @param columns the columns to write
/// @param now what spans that still run are counted up to
/// @param messages the language of cells that are messages
record Csv(RowSchema schema, List<Column<?>> columns, Instant now, Messages messages) {

    /// A header and these rows, each line ended by CR LF.
    String of(List<Row> rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, columns.stream().map(Column::header).toList());
        int[] places = columns.stream().mapToInt(schema::indexOf).toArray();
        List<String> cells = new ArrayList<>();
        for (Row row : rows) {
            cells.clear();
            for (int i = 0; i < places.length; i++) cells.add(text(columns.get(i), row.cell(places[i])));
            line(csv, cells);
        }
        return csv.toString();
    }

    private String text(Column<?> column, @Nullable Object value) {
        if (value instanceof Instant instant) return instant.toString();
        if (value instanceof String key && column.type() == Column.Type.MESSAGE) return messages.say(key);
        return CellText.of(column.type(), value, now).toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) csv.append(',');
            csv.append(quoted(harmless(cells.get(i))));
        }
        csv.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
