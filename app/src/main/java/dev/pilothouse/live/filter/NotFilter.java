package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rows that another filter does not let pass.
///
/// @param filter the other filter
record NotFilter(Filter filter) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        return !filter.test(row, schema);
    }

    @Override
    public Predicate<Row> over(RowSchema schema) {
        return filter.over(schema).negate();
    }

    @Override
    public List<Span> matches(String column, String text) {
        return List.of();
    }

    @Override
    public boolean dependsOnTime(RowSchema schema) {
        return filter.dependsOnTime(schema);
    }

    @Override
    public @Nullable Text problem() {
        return filter.problem();
    }
}
