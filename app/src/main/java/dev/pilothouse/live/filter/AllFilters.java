package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rows that all of several filters let pass.
///
/// @param filters the filters
record AllFilters(List<Filter> filters) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        for (Filter filter : filters) if (!filter.test(row, schema)) return false;
        return true;
    }

    @Override
    public Predicate<Row> over(RowSchema schema) {
        return filters.stream()
                .map(filter -> filter.over(schema))
                .reduce(Predicate::and)
                .orElse(row -> true);
    }

    /// Each of the wider ones must be known to let pass what one of these does.
    @Override
    public boolean narrows(Filter wider) {
        List<Filter> all = wider instanceof AllFilters(List<Filter> several) ? several : List.of(wider);
        return all.stream().allMatch(one -> filters.stream().anyMatch(mine -> mine.equals(one) || mine.narrows(one)));
    }

    @Override
    public List<Span> matches(String column, String text) {
        return Spans.merged(
                filters.stream().flatMap(f -> f.matches(column, text).stream()).toList());
    }

    @Override
    public boolean dependsOnTime(RowSchema schema) {
        return filters.stream().anyMatch(filter -> filter.dependsOnTime(schema));
    }

    @Override
    public @Nullable Text problem() {
        return filters.stream()
                .map(Filter::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
