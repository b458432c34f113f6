package dev.pilothouse.live.filter;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Labels;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The words of a row, as filters read them: namespace, name, and the cells of columns that hold words or counts and
/// are not for wide mode only. Ages and usage are left out: they change by themselves, and `5` would come and go.
final class Cells {
    private final int[] columns;
    private final boolean counts;

    /// The cells of rows with these columns.
    ///
    /// @param counts whether columns of counts are asked as well, for which texts have to be made
    Cells(RowSchema schema, boolean counts) {
        this.counts = counts;
        this.columns = IntStream.range(0, schema.columns().size())
                .filter(i -> isRead(schema.columns().get(i)))
                .toArray();
    }

    /// Whether any cell's words pass.
    @SuppressWarnings("ReferenceEquality") // only leaves out what was asked before
    boolean any(Row row, Predicate<String> test) {
        if (test.test(row.name()) || test.test(row.namespace())) return true;
        for (int column : columns) {
            Object cell = row.cell(column);
            if (cell == null || cell == row.name() || cell == row.namespace()) continue;
            boolean asked = counts || cell instanceof String || cell instanceof Labels;
            if (asked && test.test(cell.toString())) return true;
        }
        return false;
    }

    /// All words of a row in one line, in the order of the columns.
    static String line(Row row, RowSchema schema) {
        StringBuilder line = new StringBuilder();
        if (schema.find("namespace") < 0) line.append(row.namespace()).append(' ');
        if (schema.find("name") < 0) line.append(row.name()).append(' ');
        List<Column<?>> columns = schema.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object cell = isRead(columns.get(i)) ? row.cell(i) : null;
            if (cell != null) line.append(cell).append(' ');
        }
        return line.toString().strip();
    }

    /// Columns of these types show their cells as they are, so no text has to be made for a row that does not match.
    private static boolean isRead(Column<?> column) {
        if (column.wide()) return false;
        return switch (column.type()) {
            case TEXT, STATUS, COUNT, RATIO, LABELS -> true;
            case CPU, MEMORY, PERCENT, CPU_BOUNDS, MEMORY_BOUNDS, COUNT_BOUNDS, AGE, DURATION, MESSAGE -> false;
        };
    }
}
