package dev.pilothouse.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody may have meant.
public final class Nearest {
    private static final int MAX_LENGTH = 200;

    private Nearest() {}

    /// The one of `words` that is the fewest edits (a letter added, removed, changed, or swapped with its
    /// neighbour) away from `word`, whatever its case; empty where there are none.
    public static Optional<String> to(String word, Collection<String> words) {
        return words.stream().min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    /// How many edits lead from one word to the other; the letters' case does not count.
    public static int edits(String one, String other) {
        String a = normal(one);
        String b = normal(other);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static String normal(String word) {
        return (word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word).toLowerCase(Locale.ROOT);
    }
}
