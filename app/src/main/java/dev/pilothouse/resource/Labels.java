package dev.pilothouse.resource;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object's labels, small: keys and values in one sorted array, because 50,000 maps would weigh more than the
/// rows.
public final class Labels implements Comparable<Labels> {

    /// No labels.
    public static final Labels NONE = new Labels(new String[0]);

    /// From here on sorting at once is quicker than putting each pair in its place: an object may have 100,000 labels.
    private static final int MANY = 128;

    private final String[] pairs; // key, value, key, value, … sorted by key

    private Labels(String[] pairs) {
        this.pairs = pairs;
    }

    /// Labels from alternating keys and values, of which the first `length` entries count. Of a key that comes
    /// twice the last value stays.
    public static Labels ofPairs(String[] keysAndValues, int length) {
        if (length < 2) return NONE;
        if (length > MANY) return sorted(keysAndValues, length);
        String[] pairs = new String[length / 2 * 2];
        int size = 0;
        for (int i = 0; i < pairs.length; i += 2) size = insert(pairs, size, keysAndValues[i], keysAndValues[i + 1]);
        return new Labels(size == pairs.length ? pairs : Arrays.copyOf(pairs, size));
    }

    private static Labels sorted(String[] keysAndValues, int length) {
        Map<String, String> last = new TreeMap<>();
        for (int i = 0; i + 1 < length; i += 2) last.put(keysAndValues[i], keysAndValues[i + 1]);
        return new Labels(last.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));
    }

    /// Labels from a map.
    public static Labels of(Map<String, String> map) {
        String[] pairs = new String[map.size() * 2];
        int i = 0;
        for (var entry : map.entrySet()) {
            pairs[i++] = entry.getKey();
            pairs[i++] = entry.getValue();
        }
        return ofPairs(pairs, pairs.length);
    }

    /// Puts a pair in its place among those before; an API server sends few, and mostly in order.
    private static int insert(String[] pairs, int size, String key, String value) {
        int at = size;
        while (at > 0 && pairs[at - 2].compareTo(key) > 0) at -= 2;
        if (at > 0 && pairs[at - 2].equals(key)) {
            pairs[at - 1] = value;
            return size;
        }
        System.arraycopy(pairs, at, pairs, at + 2, size - at);
        pairs[at] = key;
        pairs[at + 1] = value;
        return size + 2;
    }

    /// The value of `key`, or null where there is no such label.
    public @Nullable String get(String key) {
        for (int i = 0; i < pairs.length; i += 2) if (pairs[i].equals(key)) return pairs[i + 1];
        return null;
    }

    /// How many labels there are.
    public int size() {
        return pairs.length / 2;
    }

    /// About how many bytes of memory they take up.
    long weight() {
        long weight = 48;
        for (String text : pairs) weight += Row.weight(text);
        return weight;
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /// By the first label that differs, its key before its value; what has none left comes first.
    @Override
    public int compareTo(Labels other) {
        int both = Math.min(pairs.length, other.pairs.length);
        for (int i = 0; i < both; i++) {
            String mine = pairs[i];
            String theirs = other.pairs[i];
            if (mine.equals(theirs)) continue; // the same object, mostly: keys and values are shared between rows
            return mine.compareTo(theirs);
        }
        return Integer.compare(pairs.length, other.pairs.length);
    }

    /// The labels as a sorted map of its own.
    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that && Arrays.equals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    /// `app=web,tier=front`, or `<none>`, as kubectl shows labels.
    @Override
    public String toString() {
        if (pairs.length == 0) return "<none>";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            if (i > 0) text.append(',');
            text.append(pairs[i]).append('=').append(pairs[i + 1]);
        }
        return text.toString();
    }
}
