package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.function.Predicate;

/// Lets every row pass.
enum NoFilter implements Filter {
    INSTANCE;

    @Override
    public boolean test(Row row, RowSchema schema) {
        return true;
    }

    @Override
    public Predicate<Row> over(RowSchema schema) {
        return row -> true;
    }

    @Override
    public List<Span> matches(String column, String text) {
        return List.of();
    }
}
