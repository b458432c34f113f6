package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// Rows that hold a word anywhere, whatever its case.
///
/// @param word the word, in lower case
record WordFilter(String word) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        return Cells.any(row, schema, mayBeCount(), text -> Spans.indexOf(text, word, 0) >= 0);
    }

    @Override
    public List<Span> matches(String column, String text) {
        return Spans.of(text, word);
    }

    /// Counts and ratios are digits and a slash: other words are not looked for in them.
    private boolean mayBeCount() {
        char first = word.charAt(0);
        return first == '/' || first == '-' || Character.isDigit(first);
    }
}
