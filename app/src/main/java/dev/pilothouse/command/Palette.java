package dev.pilothouse.command;

import dev.pilothouse.text.Fuzzy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds commands, kinds, namespaces, contexts and objects by a few of their letters.
///
/// @param <T> what an entry stands for
public final class Palette<T> {
    private static final int MOST = 100;

    private final List<Entry<T>> entries;

    /// What an entry is; of entries that fit alike, the earlier sort comes first.
    public enum Sort {
        /// A command.
        COMMAND,
        /// A kind.
        KIND,
        /// A namespace.
        NAMESPACE,
        /// A context.
        CONTEXT,
        /// An object.
        OBJECT
    }

    /// Something that can be found.
    ///
    /// @param name what is searched and shown, in the language of the moment
    /// @param sort what it is
    /// @param target what it stands for
    /// @param <T> its type
    public record Entry<T>(String name, Sort sort, T target) {}

    /// Something that was found.
    ///
    /// @param entry what
    /// @param score how well it fits
    /// @param positions where the letters stand in its name
    /// @param <T> the type of the entry's target
    public record Found<T>(Entry<T> entry, int score, List<Integer> positions) {}

    /// A palette of these entries.
    public Palette(List<Entry<T>> entries) {
        this.entries = List.copyOf(entries);
    }

    /// The entries that hold the letters, the best first, at most a hundred. Blanks are left out; without letters, the
    /// first entries.
    public List<Found<T>> find(String letters) {
        String pattern = letters.replace(" ", "");
        List<Found<T>> found = new ArrayList<>();
        for (Entry<T> entry : entries) {
            if (pattern.isEmpty()) found.add(new Found<>(entry, 0, List.of()));
            else
                Fuzzy.match(pattern, entry.name())
                        .ifPresent(match -> found.add(new Found<>(entry, match.score(), match.positions())));
        }
        Comparator<Found<T>> order = Comparator.comparingInt(f -> -f.score());
        if (!pattern.isEmpty()) found.sort(order.thenComparing(f -> f.entry().sort()));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
