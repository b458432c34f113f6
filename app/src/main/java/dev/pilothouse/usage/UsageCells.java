package dev.pilothouse.usage;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.Share;
import dev.pilothouse.resource.projector.Columns;
import org.jspecify.annotations.Nullable;

/// Where the cells of usage stand in one table, and how they are filled.
final class UsageCells {
    private final RowSchema schema;
    private final int[] measured;
    private final int cpuBounds;
    private final int memoryBounds;
    private final int cpuAllocatable;
    private final int memoryAllocatable;

    /// The cells of a table with these columns.
    UsageCells(RowSchema schema) {
        this.schema = schema;
        boolean bounded = schema.find(Columns.CPU_BOUNDS.id()) >= 0;
        this.measured = bounded
                ? indexes(
                        Columns.CPU,
                        Columns.MEMORY,
                        Columns.CPU_OF_REQUEST,
                        Columns.CPU_OF_LIMIT,
                        Columns.MEMORY_OF_REQUEST,
                        Columns.MEMORY_OF_LIMIT)
                : indexes(Columns.CPU, Columns.MEMORY, Columns.CPU_OF_ALLOCATABLE, Columns.MEMORY_OF_ALLOCATABLE);
        this.cpuBounds = schema.find(Columns.CPU_BOUNDS.id());
        this.memoryBounds = schema.find(Columns.MEMORY_BOUNDS.id());
        this.cpuAllocatable = schema.find(Columns.CPU_ALLOCATABLE.id());
        this.memoryAllocatable = schema.find(Columns.MEMORY_ALLOCATABLE.id());
    }

    private int[] indexes(Column<?>... columns) {
        int[] found = new int[columns.length];
        for (int i = 0; i < found.length; i++) found[i] = schema.find(columns[i].id());
        return found;
    }

    /// Whether they are the cells of this table, and the table has them all.
    boolean fit(RowSchema table) {
        return table == schema;
    }

    /// The row with its usage; the row itself where the table has no such columns.
    Row fill(Row row, long cpu, long memory, Measured when) {
        for (int index : measured) if (index < 0) return row;
        if (cpuBounds >= 0 && memoryBounds >= 0) {
            Bounds ofCpu = bounds(row, cpuBounds);
            Bounds ofMemory = bounds(row, memoryBounds);
            return row.with(
                    measured,
                    new @Nullable Object[] {
                        cpu,
                        memory,
                        ofCpu.shareOfRequest(cpu),
                        ofCpu.shareOfLimit(cpu),
                        ofMemory.shareOfRequest(memory),
                        ofMemory.shareOfLimit(memory)
                    },
                    when);
        }
        return row.with(
                measured,
                new @Nullable Object[] {
                    cpu,
                    memory,
                    Share.percent(cpu, count(row, cpuAllocatable)),
                    Share.percent(memory, count(row, memoryAllocatable))
                },
                when);
    }

    private static Bounds bounds(Row row, int index) {
        return row.cell(index) instanceof Bounds bounds ? bounds : Bounds.NONE;
    }

    private static long count(Row row, int index) {
        return index >= 0 && row.cell(index) instanceof Long value ? value : 0;
    }
}
