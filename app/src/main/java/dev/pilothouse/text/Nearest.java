package dev.pilothouse.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that was probably meant.
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /// The word nearest to `typed`, where it is near enough: a third of its letters may be wrong, at least one. Of
    /// words equally near the first.
    public static Optional<String> to(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        if (wanted.length() < 2 || wanted.length() > LONGEST) return Optional.empty();
        int best = Math.max(1, wanted.length() / 3) + 1;
        String nearest = null;
        for (String word : words) {
            if (Math.abs(word.length() - wanted.length()) >= best) continue;
            int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// All words, those nearest to `typed` first, equally near ones by the alphabet. Longer words than anybody types
    /// count by their beginning.
    public static List<String> sorted(String typed, Collection<String> words) {
        String wanted = beginning(typed);
        return words.stream()
                .sorted(Comparator.<String>comparingInt(word -> distance(wanted, beginning(word)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String beginning(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    /// How many letters have to be put in, left out, exchanged or swapped with their neighbour to make `b` of `a`,
    /// where no part is changed twice (optimal string alignment, after Damerau).
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchange = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchange, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
