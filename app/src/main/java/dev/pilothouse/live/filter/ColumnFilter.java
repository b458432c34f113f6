package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows whose cell of one column meets a condition: `status=running`, `restarts>5`, `cpu>=100m`, `age<1h`.
///
/// `=` and `!=` look for the words in the cell, but compare counts and percentages as numbers. A cell without a value
/// meets only `!=`.
///
/// @param column the column's id
/// @param operator how to compare
/// @param value what was typed
/// @param clock tells ages
record ColumnFilter(String column, Operator operator, String value, InstantSource clock) implements Filter {

    /// How a cell is compared.
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /// As it is typed.
        String symbol() {
            return symbol;
        }

        /// Whether it needs numbers.
        boolean orders() {
            return this != EQUAL && this != NOT_EQUAL;
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    @Override
    public boolean test(Row row, RowSchema schema) {
        int index = schema.find(column);
        if (index < 0) return testOwn(row);
        Column.Type type = schema.columns().get(index).type();
        return test(type, row.cell(index));
    }

    @Override
    public List<Span> matches(String cellColumn, String text) {
        boolean words = operator == Operator.EQUAL && cellColumn.equals(column);
        return words ? Spans.of(text, value.toLowerCase(Locale.ROOT)) : List.of();
    }

    @Override
    public boolean dependsOnTime(RowSchema schema) {
        int index = schema.find(column);
        if (index < 0) return column.equals("age");
        Column.Type type = schema.columns().get(index).type();
        return type == Column.Type.AGE || type == Column.Type.DURATION;
    }

    /// Whether `value` can be compared with the cells of such a column.
    boolean fits(Column.Type type) {
        return !operator.orders() || amount(type) != null;
    }

    private boolean testOwn(Row row) {
        return switch (column) {
            case "name" -> test(Column.Type.TEXT, row.name());
            case "namespace" -> test(Column.Type.TEXT, row.namespace());
            case "age" -> test(Column.Type.AGE, row.created());
            case "labels" -> test(Column.Type.LABELS, row.labels());
            default -> false;
        };
    }

    private boolean test(Column.Type type, @Nullable Object cell) {
        if (cell == null) return operator == Operator.NOT_EQUAL;
        boolean exact = type == Column.Type.COUNT || type == Column.Type.PERCENT;
        Comparable<?> wanted = operator.orders() || exact ? amount(type) : null;
        if (wanted != null && cell instanceof Bounds bounds && bounds.request() == Bounds.UNSET) return false;
        if (wanted != null) return operator.holds(compare(amountOf(type, cell), wanted));
        if (operator.orders()) return false;
        boolean found =
                Spans.indexOf(CellText.of(type, cell, clock.instant()).toString(), value.toLowerCase(Locale.ROOT), 0)
                        >= 0;
        return found == (operator == Operator.EQUAL);
    }

    /// What was typed, as an amount of this type.
    private @Nullable Comparable<?> amount(Column.Type type) {
        return switch (type) {
            case COUNT, PERCENT, MEMORY, CPU, CPU_BOUNDS, MEMORY_BOUNDS, COUNT_BOUNDS, RATIO -> Amount.quantity(value);
            case AGE, DURATION -> Amount.span(value);
            case TEXT, STATUS, LABELS, MESSAGE -> null;
        };
    }

    /// A cell in base units: cores, bytes, pieces, percent, or a time span.
    private Comparable<?> amountOf(Column.Type type, Object cell) {
        return switch (type) {
            case CPU -> BigDecimal.valueOf((Long) cell, 3);
            case CPU_BOUNDS -> BigDecimal.valueOf(((Bounds) cell).request(), 3);
            case MEMORY_BOUNDS, COUNT_BOUNDS -> BigDecimal.valueOf(((Bounds) cell).request());
            case RATIO -> BigDecimal.valueOf(((Ratio) cell).part());
            case AGE -> Duration.between((Instant) cell, clock.instant());
            case DURATION -> ((dev.pilothouse.resource.Span) cell).length(clock.instant());
            case COUNT, PERCENT, MEMORY -> BigDecimal.valueOf(((Number) cell).longValue());
            case TEXT, STATUS, LABELS, MESSAGE -> throw new IllegalStateException(type + " holds no amounts");
        };
    }

    private static int compare(Comparable<?> cell, Comparable<?> wanted) {
        if (cell instanceof BigDecimal a && wanted instanceof BigDecimal b) return a.compareTo(b);
        return ((Duration) cell).compareTo((Duration) wanted);
    }
}
