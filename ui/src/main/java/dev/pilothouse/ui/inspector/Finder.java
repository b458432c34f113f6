package dev.pilothouse.ui.inspector;

import java.util.ArrayList;
import java.util.List;

/// The places where a word stands in a text, without regard to case, and the one looked at.
final class Finder {
    /// More are not counted: `999+` says enough, and a letter typed into a text of 2 MB must not stall.
    static final int MOST = 10_000;

    private final List<Integer> places = new ArrayList<>();
    private int length;
    private int current = -1;

    /// Looks for `word` in `text`, and goes to the first place from `from` on.
    void look(String text, String word, int from) {
        places.clear();
        current = -1;
        length = word.length();
        if (word.isEmpty()) return;
        // Not by lower-casing both: some letters change their length with their case, and places would shift.
        for (int at = 0; at <= text.length() - length && places.size() < MOST; ) {
            boolean here = text.regionMatches(true, at, word, 0, length);
            if (here) places.add(at);
            at += here ? length : 1;
        }
        for (int i = 0; i < places.size() && current < 0; i++) if (places.get(i) >= from) current = i;
        if (current < 0 && !places.isEmpty()) current = 0;
    }

    /// Goes to the next place, or back, around the ends.
    void step(int by) {
        if (!places.isEmpty()) current = Math.floorMod(current + by, places.size());
    }

    /// Where the place looked at starts, -1 where there is none.
    int start() {
        return current < 0 ? -1 : places.get(current);
    }

    /// All places.
    List<Integer> places() {
        return places;
    }

    /// How long each is.
    int length() {
        return length;
    }

    /// `2/17`, or `0/0`.
    String count() {
        String total = places.size() == MOST ? MOST + "+" : String.valueOf(places.size());
        return (current + 1) + "/" + total;
    }
}
