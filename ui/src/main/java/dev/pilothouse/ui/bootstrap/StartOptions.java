package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.text.Messages.Language;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the command line asked for. Null and empty mean "not said": the settings or the kubeconfig decide.
///
/// @param context the context to open
/// @param namespaces the namespaces to start in
/// @param allNamespaces whether to start in all namespaces
/// @param command the first command, as typed after `:`, with or without the colon
/// @param readOnly whether nothing may be written in this run
/// @param demo whether to show the built-in cluster even where there is a kubeconfig
/// @param kubeconfig the file to read instead of `KUBECONFIG`
/// @param language the language of this run
/// @param theme the theme of this run: `light`, `dark` or `system`
/// @param trace the file for trace events
record StartOptions(
        @Nullable String context,
        List<String> namespaces,
        boolean allNamespaces,
        @Nullable String command,
        boolean readOnly,
        boolean demo,
        @Nullable Path kubeconfig,
        @Nullable Language language,
        @Nullable String theme,
        @Nullable Path trace) {

    StartOptions {
        namespaces = List.copyOf(namespaces);
    }
}
