package dev.pilothouse.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table, in order.
public final class RowSchema {
    private final List<Column<?>> columns;
    private final Map<String, Integer> indexById = new HashMap<>();

    /// A schema of these columns, whose ids must differ.
    public RowSchema(List<? extends Column<?>> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < this.columns.size(); i++) {
            String id = this.columns.get(i).id();
            if (indexById.put(id, i) != null) throw new IllegalArgumentException("two columns are called " + id);
        }
    }

    /// The columns.
    public List<Column<?>> columns() {
        return columns;
    }

    /// Where `column` stands; it must be one of them.
    public int indexOf(Column<?> column) {
        return indexOf(column.id());
    }

    /// Where the column of this id stands, -1 where there is none.
    public int find(String id) {
        return indexById.getOrDefault(id, -1);
    }

    private int indexOf(String id) {
        Integer index = indexById.get(id);
        if (index == null) throw new IllegalArgumentException("no column is called " + id);
        return index;
    }
}
