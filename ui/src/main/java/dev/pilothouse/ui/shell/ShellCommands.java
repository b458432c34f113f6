package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.inspector.InspectorModel;
import dev.pilothouse.ui.inspector.InspectorPane;
import dev.pilothouse.ui.inspector.InspectorTab;
import dev.pilothouse.ui.table.TableModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What each command does, by its id. A test holds this to the registry: nothing is missing and nothing too many.
final class ShellCommands {
    private final Map<String, Runnable> handlers = new LinkedHashMap<>();
    private final ShellModel shell;
    private final TableModel table;
    private final Descent descent;
    private final TypeAhead typed;
    private final Set<String> onRows = new HashSet<>();

    /// What only the window can do.
    interface Window {
        /// Opens the palette.
        void palette();

        /// Opens the sheet of keys.
        void help();

        /// Ends the program.
        void quit();

        /// Switches between light and dark.
        void theme();

        /// Switches between the languages.
        void language();

        /// Opens the settings.
        void settings();

        /// Opens the list of notices.
        void notices();

        /// Shows or hides the navigator; gives it the keyboard when it is shown.
        void navigator();

        /// Shows or hides the inspector.
        void inspector();

        /// Esc, as far as the window itself has something to close; says whether it had.
        boolean closeSomething();

        /// Asks for a file and writes the table to it.
        ///
        /// @param name the name to propose
        void save(String name);

        /// Lets the inspector take the table's place, or gives it back.
        void widenInspector();

        /// Gives the keyboard to the inspector.
        void focusInspector();

        /// Shifts the columns sideways.
        void shiftColumns(int by);
    }

    /// The commands of a window.
    ShellCommands(
            ShellModel shell,
            Descent descent,
            TypeAhead typed,
            PromptModel prompt,
            InspectorModel inspector,
            InspectorPane text,
            Window window) {
        this.shell = shell;
        this.descent = descent;
        this.typed = typed;
        this.table = shell.table();
        general(prompt, window);
        navigation();
        motion(window);
        views();
        objects(inspector, window);
        on("text.find", text::find);
        on("text.findNext", () -> text.findNext(1));
        on("text.findPrevious", () -> text.findNext(-1));
        on("text.copy", text::copy);
        on("inspector.widen", window::widenInspector);
    }

    /// The handlers, by the ids of their commands.
    Map<String, Runnable> handlers() {
        return handlers;
    }

    /// Runs the command of this id; one that works on rows waits for them where they are on their way.
    void run(String id) {
        Runnable handler = handlers.get(id);
        if (handler == null) return;
        if (onRows.contains(id)) {
            typed.run(handler);
        } else {
            typed.forget();
            handler.run();
        }
    }

    private void on(String id, Runnable handler) {
        if (handlers.put(id, handler) != null) throw new IllegalStateException("two handlers of " + id);
    }

    private void onRows(String id, Runnable handler) {
        on(id, handler);
        onRows.add(id);
    }

    private void general(PromptModel prompt, Window window) {
        on("command", () -> {
            shell.connection().freshen();
            prompt.openCommand("");
        });
        on("table.filter", () -> prompt.openFilter(table.filterTextProperty().get()));
        on("palette", window::palette);
        on("help", window::help);
        on("back", () -> {
            if (!descent.giveUp() && !window.closeSomething()) shell.escape();
        });
        on("refresh", shell::refresh);
        on("quit", window::quit);
        on("theme", window::theme);
        on("language", window::language);
        on("settings", window::settings);
        on("notices", window::notices);
        on("navigator.toggle", window::navigator);
        on("inspector.toggle", window::inspector);
    }

    private void navigation() {
        on("contexts", shell::openContexts);
        on("aliases", () -> shell.open(new Place.Aliases(), ""));
        on("view.last", shell::toggle);
        on("history.back", shell::back);
        on("history.forward", shell::forward);
        onRows("table.open", descent::enter);
        onRows("table.owner", descent::openOwner);
        onRows("pod.node", descent::openNode);
        onRows("deployment.replicaSets", descent::openReplicaSets);
        on("namespaces.all", () -> shell.inNamespaces(NamespaceScope.all()));
        for (int i = 1; i <= 9; i++) {
            int number = i;
            on("namespaces.favourite" + i, () -> shell.inFavourite(number));
        }
    }

    private void motion(Window window) {
        onRows("table.down", () -> table.selection().moveBy(1));
        onRows("table.up", () -> table.selection().moveBy(-1));
        on("table.left", () -> window.shiftColumns(-1));
        on("table.right", () -> window.shiftColumns(1));
        onRows("table.top", table.selection()::moveToFirst);
        onRows("table.bottom", table.selection()::moveToLast);
        onRows("table.pageDown", table.selection()::pageDown);
        onRows("table.pageUp", table.selection()::pageUp);
    }

    private void views() {
        on(
                "table.faults",
                () -> table.faultsOnlyProperty().set(!table.faultsOnlyProperty().get()));
        on("table.wide", () -> table.wideProperty().set(!table.wideProperty().get()));
        onRows("sort.name", () -> sort("name"));
        onRows("sort.age", () -> sort("age", "last-seen"));
        onRows("sort.status", () -> sort("status", "state", "phase", "reason"));
        onRows("sort.namespace", () -> sort("namespace"));
        onRows("sort.cpu", () -> sort("cpu"));
        onRows("sort.memory", () -> sort("mem", "memory"));
        onRows("column.previous", () -> table.pickColumn(-1));
        onRows("column.next", () -> table.pickColumn(1));
        onRows("sort.column", table::sortByPicked);
    }

    private void objects(InspectorModel inspector, Window window) {
        onRows("table.mark", () -> {
            table.selection().toggleMark();
            table.selection().moveBy(1);
        });
        onRows("table.markRange", table.selection()::markRange);
        on("table.clearMarks", table.selection()::clearMarks);
        onRows("object.yaml", () -> inspect(inspector, InspectorTab.YAML, window));
        onRows("object.describe", () -> inspect(inspector, InspectorTab.DESCRIBE, window));
        onRows("object.copyName", () -> copy(Row::name));
        onRows("object.copyNamespace", () -> copy(Row::namespace));
        onRows("table.save", () -> {
            String scope =
                    shell.inSomeNamespaces() ? "-" + shell.scope().toString().replace(',', '_') : "";
            window.save(shell.placeName() + scope + ".csv");
        });
    }

    /// Sorts by the first of these columns that the table has.
    private void sort(String... columns) {
        RowSchema schema = table.schemaProperty().get();
        for (String column : columns) {
            if (schema.find(column) < 0) continue;
            table.sortBy(column);
            return;
        }
        shell.notices().info("sort.none", Text.of("shell.notice.noColumn", columns[0]));
    }

    private void inspect(InspectorModel inspector, InspectorTab tab, Window window) {
        if (shell.refOf(table.selection().rowProperty().get()) == null) return;
        inspector.show(tab);
        window.focusInspector();
    }

    private void copy(Function<Row, String> part) {
        List<Row> rows = table.selection().targets();
        String text =
                rows.stream().map(part).filter(t -> !t.isEmpty()).distinct().collect(Collectors.joining("\n"));
        if (text.isEmpty()) return;
        Clipboards.copy(text);
        Text said = rows.size() == 1
                ? Text.of("shell.notice.copied", text)
                : Text.of("shell.notice.copiedMany", text.lines().count());
        shell.notices().done("copied", said);
    }
}
