package dev.pilothouse.command;

import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds ways to go on with a command line: first words, then namespaces, then, after `@` or `:ctx`, contexts.
/// Names that begin with what is typed come before names that only hold it, shorter ones first.
public final class Completer {
    private static final int MOST = 50;

    private final Vocabulary vocabulary;

    /// A completer that knows these names.
    public Completer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The ways to go on with `line`, the best first, at most fifty.
    public List<Completion> complete(String line) {
        if (line.contains(" /")) return List.of();
        int blank = line.lastIndexOf(' ');
        String before = line.substring(0, blank + 1);
        String typed = line.substring(blank + 1);
        if (typed.startsWith("@")) return names(before + "@", typed.substring(1), vocabulary.contexts());
        if (before.isBlank()) return words(before, typed);
        if (typed.contains("=")) return List.of();
        boolean contexts =
                OwnWord.find(firstWord(before)).filter(OwnWord.CONTEXTS::equals).isPresent();
        if (contexts) return names(before, typed, vocabulary.contexts());
        int comma = typed.lastIndexOf(',');
        return names(before + typed.substring(0, comma + 1), typed.substring(comma + 1), vocabulary.namespaces());
    }

    private List<Completion> words(String before, String typed) {
        String colon = typed.startsWith(":") ? ":" : "";
        String wanted = typed.substring(colon.length());
        if (wanted.isEmpty()) return List.of();
        List<Completion> found = new ArrayList<>();
        for (OwnWord own : OwnWord.values()) {
            for (String word : own.words()) {
                String note =
                        word.equals(own.words().getFirst()) ? "" : own.words().getFirst();
                found.add(new Completion(before + colon + word, word, note));
            }
        }
        vocabulary.kinds().words().forEach((word, kind) -> {
            if (OwnWord.find(word).isEmpty()) found.add(new Completion(before + colon + word, word, note(word, kind)));
        });
        return ranked(wanted, found);
    }

    private static List<Completion> names(String before, String typed, Collection<String> names) {
        return ranked(
                typed,
                names.stream()
                        .map(name -> new Completion(before + name, name, ""))
                        .toList());
    }

    private static List<Completion> ranked(String typed, List<Completion> all) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Comparator<Completion> byPlace =
                Comparator.comparing(c -> !c.word().toLowerCase(Locale.ROOT).startsWith(wanted));
        return all.stream()
                .filter(c -> c.word().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(byPlace.thenComparingInt(c -> c.word().length()).thenComparing(Completion::word))
                .limit(MOST)
                .toList();
    }

    private static String note(String word, ResourceKind kind) {
        return word.equals(kind.plural()) ? kind.gvr().group() : kind.gvr().qualifiedName();
    }

    private static String firstWord(String line) {
        String stripped = Optional.of(line.strip())
                .filter(s -> s.startsWith(":"))
                .map(s -> s.substring(1))
                .orElse(line);
        return stripped.strip().split("\\s+", -1)[0];
    }
}
