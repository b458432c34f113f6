package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Fuzzy;
import java.util.List;

/// Rows whose name holds the letters of a pattern, in order, perhaps with others between.
///
/// @param pattern the letters
record FuzzyFilter(String pattern) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        return Fuzzy.matches(pattern, row.name());
    }

    @Override
    public boolean narrows(Filter wider) {
        return wider.isEmpty() || (wider instanceof FuzzyFilter(String letters) && pattern.startsWith(letters));
    }

    @Override
    public List<Span> matches(String column, String text) {
        if (!column.equals("name")) return List.of();
        return Fuzzy.match(pattern, text)
                .map(match -> Spans.merged(match.positions().stream()
                        .map(at -> new Span(at, at + 1))
                        .toList()))
                .orElse(List.of());
    }
}
