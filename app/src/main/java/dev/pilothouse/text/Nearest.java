package dev.pilothouse.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds what was probably meant by a word that nothing is called by.
public final class Nearest {
    private Nearest() {}

    /// The word most like `typed`, empty where none is like it: half of its letters may be wrong, no more.
    public static Optional<String> to(String typed, Collection<String> words) {
        return sorted(typed, words).stream()
                .findFirst()
                .filter(word -> distance(typed, word) <= Math.max(1, typed.length() / 2));
    }

    /// All words, those most like `typed` first.
    public static List<String> sorted(String typed, Collection<String> words) {
        return words.stream()
                .sorted(Comparator.<String>comparingInt(word -> distance(typed, word))
                        .thenComparing(word -> word))
                .toList();
    }

    /// How many letters must be put in, taken out or replaced to make `b` of `a` (Levenshtein).
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
