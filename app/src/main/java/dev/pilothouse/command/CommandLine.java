package dev.pilothouse.command;

import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.Optional;

/// What a line after `:` asks for.
public sealed interface CommandLine {

    /// Nothing was typed.
    record Empty() implements CommandLine {}

    /// Objects of a kind.
    ///
    /// @param kind the kind
    /// @param namespaces the namespaces typed; none to stay where the view is, `*` for all
    /// @param filter what follows the slash, empty for none
    /// @param labelSelector the labels typed, for the server, empty for none
    /// @param context the context to go to first, empty to stay
    record Open(ResourceKind kind, List<String> namespaces, String filter, String labelSelector, String context)
            implements CommandLine {}

    /// A kind in another context, whose kinds are not known yet: go there and read `line` again.
    ///
    /// @param context the context
    /// @param line the line without the context
    record Elsewhere(String context, String line) implements CommandLine {}

    /// One of the program's own words.
    ///
    /// @param word the word
    /// @param arguments what follows it: a context, or namespaces
    record Own(OwnWord word, List<String> arguments) implements CommandLine {}

    /// Nothing is called so.
    ///
    /// @param word what was not understood
    /// @param nearest what may have been meant
    record Unknown(String word, Optional<String> nearest) implements CommandLine {
        /// What to say.
        public Text text() {
            return nearest.map(near -> Text.of("command.didYouMean", word, near))
                    .orElse(Text.of("command.unknown", word));
        }
    }

    /// No context is called so.
    ///
    /// @param name what was typed
    /// @param nearest what may have been meant
    record UnknownContext(String name, Optional<String> nearest) implements CommandLine {
        /// What to say.
        public Text text() {
            return nearest.map(near -> Text.of("command.contextDidYouMean", name, near))
                    .orElse(Text.of("command.unknownContext", name));
        }
    }
}
