package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;

/// Shortens a text in its middle.
final class MiddleEllipsis {
    private MiddleEllipsis() {}

    /// `text` with an ellipsis in place of all but `kept` characters, of which three fifths are at the end. A pair of
    /// surrogates is kept or left out as a whole.
    static String shorten(String text, int kept) {
        int tail = text.length() - tail(kept);
        int head = head(kept);
        if (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) head--;
        if (tail < text.length() && Character.isLowSurrogate(text.charAt(tail))) tail++;
        return text.substring(0, head) + "…" + text.substring(tail);
    }

    /// Where a part of the full text is in the shortened one of `shown` characters; the part that fell out stands at
    /// the ellipsis.
    static Filter.Span shift(Filter.Span span, String full, int shown) {
        int kept = shown - 1;
        return new Filter.Span(shift(span.start(), full, kept, 0), shift(span.end(), full, kept, 1));
    }

    private static int shift(int place, String full, int kept, int behind) {
        int head = head(kept);
        int tailStart = full.length() - tail(kept);
        if (place <= head) return place;
        return place >= tailStart ? place - tailStart + head + 1 : head + behind;
    }

    private static int head(int kept) {
        return kept * 2 / 5;
    }

    private static int tail(int kept) {
        return kept - head(kept);
    }
}
