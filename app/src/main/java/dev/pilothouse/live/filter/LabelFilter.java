package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// Rows whose labels meet a selector.
///
/// @param selector the selector
record LabelFilter(LabelSelector selector) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        return selector.matches(row.labels());
    }

    @Override
    public List<Span> matches(String column, String text) {
        return List.of();
    }
}
