package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;

/// Shortens a text: a name in its middle, for its end tells it apart; a sentence at its end.
enum Ellipsis {
    /// Two fifths of what is kept stand before the ellipsis, three behind it.
    MIDDLE {
        @Override
        int head(int kept) {
            return kept * 2 / 5;
        }
    },
    /// All of what is kept stands before the ellipsis.
    END {
        @Override
        int head(int kept) {
            return kept;
        }
    };

    /// How many of `kept` characters stand before the ellipsis.
    abstract int head(int kept);

    /// `text` with an ellipsis in place of all but `kept` characters. A pair of surrogates is kept or left out as a
    /// whole.
    String shorten(String text, int kept) {
        int head = head(kept);
        int tail = text.length() - (kept - head);
        if (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) head--;
        if (tail < text.length() && Character.isLowSurrogate(text.charAt(tail))) tail++;
        return text.substring(0, head) + "…" + text.substring(tail);
    }

    /// Where a part of the full text is in the shortened one of `shown` characters; the part that fell out stands at
    /// the ellipsis.
    Filter.Span shift(Filter.Span span, String full, int shown) {
        int kept = shown - 1;
        return new Filter.Span(shift(span.start(), full, kept, 0), shift(span.end(), full, kept, 1));
    }

    private int shift(int place, String full, int kept, int behind) {
        int head = head(kept);
        int tailStart = full.length() - (kept - head);
        if (place <= head) return place;
        return place >= tailStart && tailStart < full.length() ? place - tailStart + head + 1 : head + behind;
    }
}
