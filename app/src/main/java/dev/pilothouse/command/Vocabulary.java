package dev.pilothouse.command;

import java.util.List;

/// What can be named on the command line at the moment.
///
/// @param kinds the kinds of the cluster
/// @param namespaces the namespaces known
/// @param contexts all contexts
/// @param context the context of the moment, empty where there is none
public record Vocabulary(KindIndex kinds, List<String> namespaces, List<String> contexts, String context) {
    /// Copies the lists.
    public Vocabulary {
        namespaces = List.copyOf(namespaces);
        contexts = List.copyOf(contexts);
    }
}
