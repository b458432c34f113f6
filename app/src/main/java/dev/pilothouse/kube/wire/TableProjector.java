package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a Table's metadata like any object's, and takes the cells from beside it.
final class TableProjector extends Projector {
    private final List<Column<?>> columns;
    private final @Nullable Object[] cells;
    private final boolean namespaced;

    TableProjector(RowSchema schema) {
        super(schema, List.of());
        this.columns = schema.columns();
        this.cells = new @Nullable Object[columns.size()];
        this.namespaced = schema.find(Columns.NAMESPACE.id()) >= 0;
    }

    /// Sets the cell of the column at `index`; the value is of the column's type or null.
    void cell(int index, @Nullable Object value) {
        cells[index] = value;
    }

    @Override
    protected void field(String path, ObjectStream in) {
        in.skip();
    }

    @Override
    protected void fill(RowBuilder row) {
        for (int i = 0; i < cells.length; i++) if (cells[i] != null) set(row, columns.get(i), cells[i]);
        if (namespaced) row.set(Columns.NAMESPACE, namespace());
        row.set(Columns.NAME, name()).set(Columns.LABELS, labels()).set(Columns.AGE, created());
        row.health(deleted() != null ? Health.terminating() : Health.good());
    }

    @Override
    protected void clear() {
        Arrays.fill(cells, null);
    }

    @SuppressWarnings("unchecked") // TableCells makes each value of its column's type
    private static <T> void set(RowBuilder row, Column<T> column, @Nullable Object value) {
        row.set(column, (T) value);
    }
}
