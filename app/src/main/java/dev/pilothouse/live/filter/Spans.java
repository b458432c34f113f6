package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter.Span;
import java.util.ArrayList;
import java.util.List;

/// Finds words in texts without regard to case, allocating nothing where there is nothing to find.
final class Spans {
    private Spans() {}

    /// Where `word`, in lower case, first stands in `text` at or after `from`; -1 where it does not.
    ///
    /// Looks for its first letter, small and capital, by the JVM's own quick search.
    static int indexOf(String text, String word, int from) {
        if (word.isEmpty()) return from;
        char small = word.charAt(0);
        char capital = Character.toUpperCase(small);
        int last = text.length() - word.length();
        int nextSmall = from - 1;
        int nextCapital = small == capital ? text.length() : from - 1;
        for (int at = from; at <= last; at++) {
            if (nextSmall < at) nextSmall = orEnd(text.indexOf(small, at), text);
            if (nextCapital < at) nextCapital = orEnd(text.indexOf(capital, at), text);
            at = Math.min(nextSmall, nextCapital);
            if (text.regionMatches(true, at, word, 0, word.length())) return at;
        }
        return -1;
    }

    private static int orEnd(int index, String text) {
        return index < 0 ? text.length() : index;
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
