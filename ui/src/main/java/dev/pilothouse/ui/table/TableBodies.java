package dev.pilothouse.ui.table;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/// The tables of the views that were on screen last, so that going back to one shows it at once. The one that was shown
/// longest ago becomes the next view's.
final class TableBodies {
    /// To and fro between two kinds, and into what belongs to an object, needs no more. Each costs some megabytes.
    static final int MOST = 4;

    private final SequencedMap<Key, TableBody> bodies = new LinkedHashMap<>(MOST * 2, 0.75f, true);
    private final Supplier<TableBody> maker;

    /// What makes a table fit for a view.
    ///
    /// @param view what the view is called
    /// @param implied ids of columns that go without saying: with others, every row would have other cells
    record Key(String view, Set<String> implied) {}

    /// @param maker makes one more
    TableBodies(Supplier<TableBody> maker) {
        this.maker = maker;
    }

    /// The table for such a view, the one it had before where there still is one.
    TableBody of(Key key) {
        TableBody known = bodies.get(key);
        if (known != null) return known;
        TableBody body =
                bodies.size() < MOST ? maker.get() : bodies.pollFirstEntry().getValue();
        bodies.put(key, body);
        return body;
    }
}
