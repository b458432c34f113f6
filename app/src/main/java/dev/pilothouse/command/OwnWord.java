package dev.pilothouse.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words of the command line that mean no kind.
public enum OwnWord {
    /// The contexts; with a name, that context.
    CONTEXTS,
    /// The namespaces; with names, the view of the moment in these.
    NAMESPACES,
    /// The kinds and their short names.
    ALIASES,
    /// The keys of the view.
    HELP,
    /// The settings.
    SETTINGS,
    /// Ends the program.
    QUIT;

    /// What may be typed, the full word first.
    public List<String> words() {
        return switch (this) {
            case CONTEXTS -> List.of("contexts", "ctx", "context");
            case NAMESPACES -> List.of("namespaces", "ns", "namespace");
            case ALIASES -> List.of("aliases", "a", "alias");
            case HELP -> List.of("help", "?", "h");
            case SETTINGS -> List.of("settings", "set");
            case QUIT -> List.of("quit", "q", "q!", "exit");
        };
    }

    /// What `word` means, whatever its case.
    static Optional<OwnWord> find(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        for (OwnWord own : values()) if (own.words().contains(wanted)) return Optional.of(own);
        return Optional.empty();
    }
}
