package dev.pilothouse.live;

import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns what a user sorts by into a total order of rows: by the column, rows without a value last in either
/// direction, equal rows by namespace, name and uid.
final class RowOrder implements Comparator<Row> {
    private static final Column<String> WORDS = Column.text("words");
    private static final Column<Instant> AGE = Column.age("age");
    private static final RowOrder NATURAL = new RowOrder(row -> null, WORDS, false);

    private final Function<Row, @Nullable Object> value;
    private final Comparator<Object> order;
    private final boolean descending;
    private final boolean youngestFirst;

    private RowOrder(Function<Row, @Nullable Object> value, Column<?> column, boolean descending) {
        this.value = value;
        this.order = valuesOf(column);
        this.descending = descending;
        this.youngestFirst = column.type() == Column.Type.AGE;
    }

    /// The order that `sort` asks for; the natural one where it is null or names nothing that rows have.
    static RowOrder of(@Nullable Sort sort, RowSchema schema) {
        if (sort == null) return NATURAL;
        int index = schema.find(sort.column());
        if (index >= 0)
            return new RowOrder(row -> row.cell(index), schema.columns().get(index), sort.descending());
        return switch (sort.column()) {
            case "name" -> new RowOrder(Row::name, WORDS, sort.descending());
            case "namespace" -> new RowOrder(Row::namespace, WORDS, sort.descending());
            case "age" -> new RowOrder(Row::created, AGE, sort.descending());
            default -> NATURAL;
        };
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object is equal, and interned words often are
    public int compare(Row a, Row b) {
        Object x = value.apply(a);
        Object y = value.apply(b);
        if (x == y) return Row.NATURAL_ORDER.compare(a, b);
        if (x == null) return 1;
        if (y == null) return -1;
        int byValue = descending ? order.compare(y, x) : order.compare(x, y);
        return byValue != 0 ? byValue : Row.NATURAL_ORDER.compare(a, b);
    }

    /// Puts rows that stand in their natural order into this one.
    Row[] arrange(Row[] natural) {
        if (this.equals(NATURAL)) return natural;
        Comparator<Object> directed = descending ? order.reversed() : order;
        return Ranks.of(natural, value, directed, descending != youngestFirst).arrange(natural);
    }

    @SuppressWarnings("unchecked") // a row's cells hold what its column's type says
    private static Comparator<Object> valuesOf(Column<?> column) {
        return (Comparator<Object>) column.order();
    }
}
