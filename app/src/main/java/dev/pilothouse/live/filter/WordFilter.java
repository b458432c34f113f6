package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.function.Predicate;

/// Rows that hold a word anywhere, whatever its case.
///
/// @param word the word, in lower case
record WordFilter(String word) implements Filter {

    @Override
    public boolean test(Row row, RowSchema schema) {
        return over(schema).test(row);
    }

    @Override
    public Predicate<Row> over(RowSchema schema) {
        Cells cells = new Cells(schema, mayBeCount());
        return row -> cells.any(row, text -> Spans.indexOf(text, word, 0) >= 0);
    }

    /// A word that goes on is in no cell that the beginning of it is not in.
    @Override
    public boolean narrows(Filter wider) {
        return wider.isEmpty() || (wider instanceof WordFilter(String beginning) && word.startsWith(beginning));
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
