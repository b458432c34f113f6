package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandLine;
import dev.pilothouse.command.CommandParser;
import dev.pilothouse.command.Completer;
import dev.pilothouse.command.Completion;
import dev.pilothouse.command.KindIndex;
import dev.pilothouse.command.OwnWord;
import dev.pilothouse.command.Vocabulary;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs what is typed after `:`.
final class CommandRunner implements PromptModel.Actions {
    private final ShellModel shell;
    private final Supplier<List<KubeContext>> contexts;
    private final Consumer<OwnWord> own;
    private List<String> contextNames = List.of();

    /// A runner for `shell`.
    ///
    /// @param contexts all contexts
    /// @param own does what the program's own words mean where nothing follows them
    CommandRunner(ShellModel shell, Supplier<List<KubeContext>> contexts, Consumer<OwnWord> own) {
        this.shell = shell;
        this.contexts = contexts;
        this.own = own;
    }

    @Override
    public void begin() {
        contextNames = names();
    }

    /// Called with each letter; so it goes by the contexts that there were when the line was opened.
    @Override
    public List<Completion> complete(String line) {
        return new Completer(vocabulary(contextNames)).complete(line);
    }

    @Override
    public @Nullable Text filter(String filter) {
        shell.table().filter(filter);
        return shell.table().filterErrorProperty().get();
    }

    @Override
    public @Nullable Text run(String line) {
        switch (new CommandParser(vocabulary()).parse(line)) {
            case CommandLine.Empty() -> {}
            case CommandLine.Open open ->
                shell.open(new Place.Objects(request(open, shell.scope()), null), open.filter());
            case CommandLine.Elsewhere(String context, String rest) ->
                shell.connect(context, () -> {
                    Text wrong = run(rest);
                    if (wrong == null) return;
                    shell.notices().failed("command", wrong, Text.of("shell.command.remedy"), "");
                    shell.openHome();
                });
            case CommandLine.Own(OwnWord word, List<String> arguments) -> own(word, arguments);
            case CommandLine.Unknown unknown -> {
                return unknown.text();
            }
            case CommandLine.UnknownContext unknown -> {
                return unknown.text();
            }
        }
        return null;
    }

    private void own(OwnWord word, List<String> arguments) {
        if (word == OwnWord.CONTEXTS && !arguments.isEmpty()) shell.connect(arguments.getFirst());
        else if (word == OwnWord.NAMESPACES && !arguments.isEmpty()) shell.inNamespaces(scope(arguments));
        else own.accept(word);
    }

    /// What such a line asks for where the view stands in the namespaces `stay`.
    static TableRequest request(CommandLine.Open open, NamespaceScope stay) {
        NamespaceScope scope = open.namespaces().isEmpty() ? stay : scope(open.namespaces());
        return new TableRequest(open.kind(), scope, open.labelSelector(), "", "");
    }

    private static NamespaceScope scope(List<String> namespaces) {
        return namespaces.contains("*") || namespaces.contains("all")
                ? NamespaceScope.all()
                : NamespaceScope.of(namespaces);
    }

    /// What can be named at the moment.
    Vocabulary vocabulary() {
        return vocabulary(names());
    }

    private Vocabulary vocabulary(List<String> named) {
        return new Vocabulary(new KindIndex(shell.kinds()), shell.namespaces().known(), named, shell.contextName());
    }

    private List<String> names() {
        return contexts.get().stream().map(KubeContext::name).toList();
    }
}
