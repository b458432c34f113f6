package dev.pilothouse.live;

import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Turns what a user sorts by into a total order of rows: by the column, rows without a value last in either
/// direction, equal rows by namespace, name and uid.
final class RowOrder implements Comparator<Row> {
    private final int index;
    private final Comparator<Object> order;
    private final boolean descending;

    private RowOrder(int index, Comparator<Object> order, boolean descending) {
        this.index = index;
        this.order = order;
        this.descending = descending;
    }

    /// The order that `sort` asks for; the natural one where it is null or names no column of these.
    static Comparator<Row> of(@Nullable Sort sort, RowSchema schema) {
        int index = sort == null ? -1 : schema.find(sort.column());
        if (sort == null || index < 0) return Row.NATURAL_ORDER;
        return new RowOrder(index, valuesOf(schema.columns().get(index)), sort.descending());
    }

    @Override
    public int compare(Row a, Row b) {
        Object x = a.cell(index);
        Object y = b.cell(index);
        if (x == y) return Row.NATURAL_ORDER.compare(a, b);
        if (x == null) return 1;
        if (y == null) return -1;
        int byValue = descending ? order.compare(y, x) : order.compare(x, y);
        return byValue != 0 ? byValue : Row.NATURAL_ORDER.compare(a, b);
    }

    @SuppressWarnings("unchecked") // a row's cells hold what its column's type says
    private static Comparator<Object> valuesOf(Column<?> column) {
        return (Comparator<Object>) column.order();
    }
}
