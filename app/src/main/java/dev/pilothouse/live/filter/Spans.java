package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter.Span;
import java.util.ArrayList;
import java.util.List;

/// Finds words in texts without regard to case, allocating nothing where there is nothing to find.
final class Spans {
    private Spans() {}

    /// Where `word`, in lower case, first stands in `text` at or after `from`; -1 where it does not.
    static int indexOf(String text, String word, int from) {
        int last = text.length() - word.length();
        for (int i = from; i <= last; i++) {
            int k = 0;
            while (k < word.length() && Character.toLowerCase(text.charAt(i + k)) == word.charAt(k)) k++;
            if (k == word.length()) return i;
        }
        return -1;
    }

    /// Every place where `word`, in lower case, stands in `text`.
    static List<Span> of(String text, String word) {
        if (word.isEmpty()) return List.of();
        List<Span> spans = new ArrayList<>();
        for (int at = indexOf(text, word, 0); at >= 0; at = indexOf(text, word, at + word.length())) {
            spans.add(new Span(at, at + word.length()));
        }
        return spans;
    }

    /// Spans in order, those that touch or overlap made one.
    static List<Span> merged(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(java.util.Comparator.comparingInt(Span::start));
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.start() <= last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
