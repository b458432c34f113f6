package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandLine;
import dev.pilothouse.command.CommandParser;
import dev.pilothouse.command.KindIndex;
import dev.pilothouse.command.Vocabulary;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.settings.ContextSettings;
import dev.pilothouse.ui.shell.ConnectionModel.Connected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a window shows first in a context: what the command line of the start asks for, else what was on screen there
/// the last time, else pods.
///
/// @param kind nothing where the cluster does not know it
/// @param scope in which namespaces
public record FirstView(Optional<ResourceKind> kind, NamespaceScope scope) {

    /// What was shown the last time.
    ///
    /// @param kind the word of its kind, empty for none
    /// @param namespaces its namespaces, empty for all
    /// @param where in these namespaces instead, null for those
    /// @param home the context's own namespace, empty for none
    static FirstView last(
            KindIndex kinds, String kind, List<String> namespaces, @Nullable NamespaceScope where, String home) {
        Optional<ResourceKind> known = kind.isEmpty() ? Optional.empty() : kinds.find(kind);
        if (known.isPresent()) return new FirstView(known, where == null ? NamespaceScope.of(namespaces) : where);
        NamespaceScope own = home.isEmpty() ? NamespaceScope.all() : NamespaceScope.of(home);
        return new FirstView(kinds.find("pods"), where == null ? own : where);
    }

    /// Begins to read, before there is a window, what it will show first: by the time it asks, rows are there.
    ///
    /// @param settings what is remembered of the context
    /// @param scope the namespaces of the start options, null for none
    /// @param command the command of the start options, null for none
    /// @return reads on behind the first page, to be run when that is painted
    public static Runnable readAhead(
            Connected connected, ContextSettings settings, @Nullable NamespaceScope scope, @Nullable String command) {
        return request(connected, settings, scope, command)
                .map(first -> connected.session().tables().readAhead(first))
                .orElse(() -> {});
    }

    private static Optional<TableRequest> request(
            Connected connected, ContextSettings settings, @Nullable NamespaceScope scope, @Nullable String command) {
        KindIndex kinds = new KindIndex(connected.kinds().all());
        String home = connected.session().cluster().context().namespace();
        if (command == null) {
            FirstView last = last(kinds, settings.lastView(), settings.namespaces(), scope, home);
            return last.kind().map(kind -> TableRequest.of(kind, last.scope()));
        }
        String context = connected.session().cluster().context().name();
        NamespaceScope stay = scope == null ? NamespaceScope.all() : scope;
        return switch (new CommandParser(new Vocabulary(kinds, List.of(), List.of(context), context)).parse(command)) {
            case CommandLine.Open open -> Optional.of(CommandRunner.request(open, stay));
            case CommandLine.Empty _,
                    CommandLine.Own _,
                    CommandLine.Elsewhere _,
                    CommandLine.Unknown _,
                    CommandLine.UnknownContext _ -> Optional.empty();
        };
    }
}
