package dev.pilothouse.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the letters of a pattern in a text, in order, perhaps with others between, whatever their case, and says how
/// well they fit: at the start, at the beginnings of words, and side by side is better.
public final class Fuzzy {
    private static final int LONGEST_PATTERN = 64;
    private static final int LONGEST_TEXT = 512;
    private static final int AT_START = 12;
    private static final int AT_WORD = 8;
    private static final int ADJACENT = 10;
    private static final int LETTER = 1;
    private static final int NO_WAY = Integer.MIN_VALUE / 2;

    private Fuzzy() {}

    /// How a pattern fits a text.
    ///
    /// @param score the greater the better; comparable for one pattern only
    /// @param positions where its letters stand, in order
    public record Match(int score, List<Integer> positions) {
        /// Copies the positions.
        public Match {
            positions = List.copyOf(positions);
        }
    }

    /// Whether the letters are there in order. Cheap: no score is computed.
    public static boolean matches(String pattern, String text) {
        int next = 0;
        for (int i = 0; i < text.length() && next < pattern.length(); i++) {
            if (same(text.charAt(i), pattern.charAt(next))) next++;
        }
        return next == pattern.length();
    }

    /// The best way in which the letters stand in the text; empty where they do not. Texts are read up to 512 letters,
    /// patterns longer than 64 fit nothing.
    public static Optional<Match> match(String pattern, String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        if (pattern.length() > LONGEST_PATTERN || !matches(pattern, read)) return Optional.empty();
        if (pattern.isEmpty()) return Optional.of(new Match(-read.length(), List.of()));
        int[][] best = scores(pattern, read);
        int end = 0;
        int[] last = best[pattern.length() - 1];
        for (int i = 1; i < read.length(); i++) if (last[i] > last[end]) end = i;
        // of two texts that fit alike, the shorter one is meant
        return Optional.of(new Match(last[end] * 16 - read.length(), positions(best, pattern, read, end)));
    }

    /// `best[p][i]`: the best score of the first `p + 1` letters with the last of them at `i`.
    private static int[][] scores(String pattern, String text) {
        int[][] best = new int[pattern.length()][text.length()];
        for (int p = 0; p < pattern.length(); p++) {
            Arrays.fill(best[p], NO_WAY);
            int bestBefore = NO_WAY;
            for (int i = p; i < text.length(); i++) {
                if (p > 0 && i > 1) bestBefore = Math.max(bestBefore, best[p - 1][i - 2]);
                if (!same(text.charAt(i), pattern.charAt(p))) continue;
                int before = p == 0 ? 0 : Math.max(bestBefore, i == 0 ? NO_WAY : best[p - 1][i - 1] + ADJACENT);
                if (before > NO_WAY / 2) best[p][i] = before + weight(text, i);
            }
        }
        return best;
    }

    private static List<Integer> positions(int[][] best, String pattern, String text, int end) {
        List<Integer> positions = new ArrayList<>();
        int at = end;
        for (int p = pattern.length() - 1; p >= 0; p--) {
            positions.add(at);
            if (p == 0) break;
            int before = best[p][at] - weight(text, at);
            int from = at - 1;
            if (best[p - 1][from] + ADJACENT != before) {
                from--;
                while (best[p - 1][from] != before) from--;
            }
            at = from;
        }
        return positions.reversed();
    }

    private static int weight(String text, int at) {
        if (at == 0) return LETTER + AT_START;
        char before = text.charAt(at - 1);
        boolean word = !Character.isLetterOrDigit(before)
                || (Character.isLowerCase(before) && Character.isUpperCase(text.charAt(at)));
        return word ? LETTER + AT_WORD : LETTER;
    }

    private static boolean same(char a, char b) {
        return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
