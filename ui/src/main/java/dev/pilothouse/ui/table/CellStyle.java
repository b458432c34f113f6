package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import org.jspecify.annotations.Nullable;

/// How the cells of one column are drawn.
///
/// @param column the column
/// @param requestShare where the share of the request stands in a row, -1 where nowhere
/// @param limitShare where the share of the limit, or of what is allocatable, stands in a row, -1 where nowhere
record CellStyle(Column<?> column, int requestShare, int limitShare) {

    static CellStyle of(Column<?> column, RowSchema schema) {
        boolean usage = column.type() == Column.Type.CPU || column.type() == Column.Type.MEMORY;
        if (!usage) return new CellStyle(column, -1, -1);
        String share = "%" + column.id();
        int limit = schema.find(share + "/l");
        return new CellStyle(column, schema.find(share + "/r"), limit < 0 ? schema.find(share) : limit);
    }

    /// Whether the health mark stands in front.
    boolean marked() {
        return column.id().equals("name");
    }

    /// Whether its text ends at the right, so that digits stand below digits. Ratios are read from their left.
    boolean right() {
        return right(column);
    }

    /// Whether the text of a column ends at the right.
    static boolean right(Column<?> column) {
        return column.numeric() && column.type() != Column.Type.RATIO;
    }

    /// Whether sentences stand in it, which are read from their start.
    boolean sentence() {
        return column.type() == Column.Type.MESSAGE || column.id().equals("message");
    }

    /// Whether its value was measured, and grows old.
    boolean measured() {
        return UsageNote.on(column);
    }

    /// Whether a usage bar stands below.
    boolean usage() {
        return requestShare >= 0 || limitShare >= 0;
    }

    /// Whether what it says depends on the time.
    boolean ages() {
        return column.type() == Column.Type.AGE || column.type() == Column.Type.DURATION;
    }

    /// Whether its tooltip says why the object is not well.
    boolean explained() {
        return marked() || column.type() == Column.Type.STATUS;
    }

    /// The style class of its cells.
    String styleClass() {
        if (marked()) return "name-cell";
        if (column.id().equals("namespace")) return "muted-cell";
        return switch (column.type()) {
            case AGE, DURATION, LABELS, CPU_BOUNDS, MEMORY_BOUNDS, COUNT_BOUNDS -> "muted-cell";
            case TEXT, STATUS, COUNT, RATIO, CPU, MEMORY, PERCENT, MESSAGE -> "plain-cell";
        };
    }

    /// The health state whose colour a cell wears, null for plain text: only what is not well stands out.
    Health.@Nullable State state(Row row, @Nullable Object value) {
        Health.State state = row.health().state();
        return switch (column.type()) {
            case STATUS -> state == Health.State.GOOD ? null : state;
            case RATIO ->
                value instanceof Ratio ratio
                                && !ratio.complete()
                                && row.health().isFault()
                        ? state
                        : null;
            case PERCENT ->
                ofLimitColumn() && value instanceof Integer share && share >= UsageBar.HOT ? Health.State.FAILED : null;
            case COUNT -> value instanceof Long count && count == 0 ? Health.State.FINISHED : null;
            default -> null;
        };
    }

    private boolean ofLimitColumn() {
        return !column.id().endsWith("/r");
    }

    @Nullable Integer ofRequest(Row row) {
        return share(row, requestShare);
    }

    @Nullable Integer ofLimit(Row row) {
        return share(row, limitShare);
    }

    private static @Nullable Integer share(Row row, int index) {
        return index >= 0 && row.cell(index) instanceof Integer percent ? percent : null;
    }
}
