package dev.pilothouse.ui.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide texts of one font are. Adds up the advances of letters, for to lay out a text only to measure it takes as
/// long as to paint it, and a table measures thousands. For the UI thread alone.
final class Ruler {
    private static final Map<Font, Ruler> RULERS = new HashMap<>();
    private static final int ASCII = 128;

    /// What stands for the letters that are left out of a shortened text.
    private static final char ELLIPSIS = '…';

    private final Text probe = new Text();
    private final double[] advances = new double[ASCII];
    private double ellipsis;

    private Ruler(Font font) {
        probe.setFont(font);
    }

    /// The ruler of this font.
    static Ruler of(Font font) {
        return RULERS.computeIfAbsent(font, Ruler::new);
    }

    /// How wide the text is, in pixels. One with other letters than ASCII's is laid out after all: theirs may depend on
    /// their neighbours.
    double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ASCII) width += advance(letter);
            else if (letter == ELLIPSIS) width += ellipsis();
            else return measure(text);
        }
        return width;
    }

    private double advance(char letter) {
        if (advances[letter] == 0) advances[letter] = average(letter);
        return advances[letter];
    }

    private double ellipsis() {
        if (ellipsis == 0) ellipsis = average(ELLIPSIS);
        return ellipsis;
    }

    private double average(char letter) {
        return measure(String.valueOf(letter).repeat(10)) / 10;
    }

    private double measure(String text) {
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
