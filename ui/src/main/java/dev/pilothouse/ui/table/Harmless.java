package dev.pilothouse.ui.table;

import dev.pilothouse.resource.CellText;

/// Makes text from the cluster fit for one line: no line breaks, no control characters, none that turn the direction
/// of what follows, and no more than anybody reads.
final class Harmless {
    private static final int MOST = 400;
    private static final char SUBSTITUTE = '\uFFFD';

    private Harmless() {}

    static CellText text(CellText text) {
        String value = text.text();
        if (value.length() <= MOST && value.chars().noneMatch(Harmless::harms)) return text;
        String shortened = value.length() > MOST ? value.substring(0, MOST) + "…" : value;
        StringBuilder harmless = new StringBuilder(shortened);
        for (int i = 0; i < harmless.length(); i++) {
            char c = harmless.charAt(i);
            if (harms(c)) harmless.setCharAt(i, Character.isWhitespace(c) ? ' ' : SUBSTITUTE);
        }
        return new CellText(harmless.toString(), text.unit());
    }

    private static boolean harms(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
