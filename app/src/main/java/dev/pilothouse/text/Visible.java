package dev.pilothouse.text;

/// Makes harmless what a cluster may have hidden in a text: control characters, bidirectional overrides and
/// zero-width characters are written out, so that nothing on screen pretends to be something else.
public final class Visible {
    private Visible() {}

    /// The text with every such character as `\u001B`; line ends and tabs stay.
    public static String of(String text) {
        int i = 0;
        while (i < text.length() && isHarmless(text.charAt(i))) i++;
        if (i == text.length()) return text;
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c)) visible.append(c);
            else visible.append(String.format("\\u%04X", (int) c));
        }
        return visible.toString();
    }

    /// The text on one line: as `of`, and line ends and tabs become spaces.
    public static String line(String text) {
        return of(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static boolean isHarmless(char c) {
        if (c >= ' ' && c < 0x7F) return true;
        if (c == '\n' || c == '\t') return true;
        if (c < 0xA0) return false; // C0, DEL, C1
        return switch (c) {
            case 0x00AD, 0x061C, 0x180E, 0xFEFF -> false;
            default -> !(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2060 && c <= 0x206F);
        };
    }
}
