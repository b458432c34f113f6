package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.OwnWord;
import dev.pilothouse.settings.WindowSettings;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.inspector.InspectorModel;
import dev.pilothouse.ui.inspector.InspectorPane;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.table.TablePane;
import dev.pilothouse.ui.text.Words;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import org.jspecify.annotations.Nullable;

/// The views of the shell, and what only they can do.
final class ShellWindow implements ShellCommands.Window {
    private final Shell.Setup setup;
    private final Remembered memory;
    private final ShellModel shell;
    private final InspectorModel inspector;
    private final Words words;
    private final Overlays overlays;
    private final PromptModel prompt;
    private final CommandRunner runner;
    private final TablePane pane;
    private final NavigatorView navigator;
    private final InspectorPane inspectorPane;
    private final ShellView view;
    private final ShellCommands commands;
    private final Look look;
    private final Sheets sheets;

    /// The views of these models.
    ///
    /// @param memory tells how the window was divided and what was typed in earlier runs, and is told
    ShellWindow(
            Shell.Setup setup,
            Remembered memory,
            ShellModel shell,
            StatusModel status,
            UsageModel usage,
            InspectorModel inspector) {
        this.setup = setup;
        this.memory = memory;
        this.shell = shell;
        this.inspector = inspector;
        words = setup.words();
        overlays = new Overlays(setup.trace());
        runner = new CommandRunner(shell, () -> setup.clusters().get().contexts(), this::own);
        prompt = new PromptModel(runner);
        pane = table(shell.table());
        pane.usageProperty().bind(usage.stateProperty());
        navigator = new NavigatorView(
                shell.navigator(),
                words,
                kind -> {
                    shell.open(kind);
                    focusTable();
                },
                this::focusTable);
        TableModel events = new TableModel(setup.ui(), setup.filters(), setup.trace());
        inspectorPane = new InspectorPane(inspector, words, setup.ticker(), events, table(events));
        Descent descent = new Descent(shell, setup.background(), setup.ui(), this::inspect);
        TypeAhead typed = new TypeAhead(shell.table(), descent.underWayProperty(), setup.ui());
        commands = new ShellCommands(shell, descent, typed, prompt, inspector, inspectorPane, this);
        CommandList list =
                new CommandList(setup.registry(), setup.keys(), setup.mac(), commands::run, this::scopeOfTable);
        PaletteEntries entries = new PaletteEntries(shell, list, runner, words);
        look = new Look(setup.lookOptions(), words, setup.themes(), setup.settings(), pane.rowHeightProperty());
        sheets = new Sheets(overlays, shell, status, list, entries, look, words);
        HintsModel hints = new HintsModel(shell, list, inspector, prompt, this::scope);
        CrumbsModel crumbs = new CrumbsModel(shell, status, () -> commands.run("table.filter"));
        view = new ShellView(
                new ShellView.Parts(
                        new TopBar(
                                status,
                                shell.notices(),
                                words,
                                shell::openContexts,
                                sheets::sync,
                                sheets::palette,
                                sheets::notices),
                        new BreadcrumbBar(crumbs.crumbs(), words, new LoadGauge(usage, words, shell::openNodes)),
                        navigator,
                        pane,
                        new PlacardView(new PlacardModel(shell, setup.clusters()), pane, words),
                        inspectorPane,
                        new PromptBar(prompt, words, this::focusTable),
                        new CompletionList(prompt),
                        new HintsBar(hints.hints(), words),
                        new NoticesView(shell.notices(), words),
                        overlays),
                status,
                ShellView.demoBanner(words, shell.demoProperty()));
        view.inspectorShownProperty().bindBidirectional(inspector.openProperty());
        inspectorPane.onClose(() -> {
            inspector.openProperty().set(false);
            focusTable();
        });
        inspectorPane.onWiden(this::widenInspector);
        pane.onActivate(row -> descent.enter());
        pane.elsewhereProperty().bind(shell.elsewhereProperty());
        pane.onContextMenu((row, x, y) -> new RowMenuView(shell.table(), list, words).show(row, pane, x, y));
        overlays.onLostFocus(this::focusTable);
        view.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> hints.update());
        restore();
    }

    private TablePane table(TableModel model) {
        return new TablePane(model, words, setup.ticker(), setup.themes().reducedMotion(), setup.meter());
    }

    /// The root of the scene.
    Parent view() {
        return view;
    }

    /// What each command does.
    ShellCommands commands() {
        return commands;
    }

    /// Other kinds can be named now.
    void vocabularyChanged() {
        prompt.vocabularyChanged();
    }

    /// Gives the keyboard to the table.
    void focusTable() {
        pane.requestFocus();
    }

    /// Runs a command as if typed after `:`; says what was not understood.
    void run(String line) {
        Text wrong = runner.run(line);
        if (wrong == null) return;
        shell.notices().failed("command", wrong, Text.of("shell.command.remedy"), "");
        shell.openHome();
    }

    /// Where the keyboard is; null where no command may run.
    @Nullable CommandScope scope() {
        if (overlays.openProperty().get()) return null;
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == inspectorPane) return CommandScope.TEXT;
            if (node == pane) return scopeOfTable();
        }
        return owner == null || owner == view ? scopeOfTable() : CommandScope.GLOBAL;
    }

    private CommandScope scopeOfTable() {
        return switch (shell.placeName()) {
            case "pods" -> CommandScope.PODS;
            case "deployments" -> CommandScope.DEPLOYMENTS;
            case "nodes" -> CommandScope.NODES;
            default -> CommandScope.TABLE;
        };
    }

    private void own(OwnWord word) {
        switch (word) {
            case CONTEXTS -> shell.openContexts();
            case NAMESPACES -> shell.openNamespaces();
            case ALIASES -> commands.run("aliases");
            case HELP -> help();
            case SETTINGS -> settings();
            case QUIT -> quit();
        }
    }

    @Override
    public void palette() {
        sheets.palette();
    }

    @Override
    public void help() {
        CommandScope here = scope();
        sheets.help(here == null ? CommandScope.GLOBAL : here);
    }

    @Override
    public void quit() {
        setup.quit().run();
    }

    @Override
    public void theme() {
        look.otherTheme();
    }

    @Override
    public void language() {
        look.otherLanguage();
    }

    /// The layer for dialogs.
    Overlays overlays() {
        return overlays;
    }

    /// Puts panes and history as they were in the last run.
    private void restore() {
        WindowSettings panes = memory.panes();
        view.widths(panes.navigatorWidth(), panes.inspectorWidth());
        view.navigatorShownProperty().set(panes.navigator());
        inspector.openProperty().set(panes.inspector());
        prompt.remember(memory.history());
        prompt.onRan(memory::ran);
        tellProblems();
    }

    private void tellProblems() {
        setup.keys()
                .problems()
                .forEach(p -> shell.notices()
                        .failed("keys", p, Text.of("shell.keys.remedy", setup.keysFile()), words.say(p)));
        setup.settings()
                .onProblem(problem -> setup.ui()
                        .run(() -> shell.notices()
                                .failed("settings", problem, Text.of("shell.settings.remedy"), words.say(problem))));
        setup.settings()
                .notice()
                .ifPresent(n ->
                        shell.notices().failed("settings", n, Text.of("shell.settings.asideRemedy"), words.say(n)));
    }

    /// Notes the panes for the next run.
    void remember() {
        memory.panes(
                view.navigatorShownProperty().get(),
                inspector.openProperty().get(),
                view.navigatorWidth(),
                view.inspectorWidth());
    }

    @Override
    public void settings() {
        sheets.settings();
    }

    @Override
    public void notices() {
        sheets.notices();
    }

    @Override
    public void navigator() {
        boolean show = !view.navigatorShownProperty().get();
        view.navigatorShownProperty().set(show);
        if (show) navigator.requestFocus();
        else focusTable();
    }

    @Override
    public void inspector() {
        boolean show = !inspector.openProperty().get();
        inspector.openProperty().set(show);
        if (!show) focusTable();
    }

    @Override
    public boolean closeSomething() {
        if (inspectorPane.closeFind()) return true;
        if (view.inspectorWideProperty().get()) {
            view.inspectorWideProperty().set(false);
            return true;
        }
        if (scope() == CommandScope.TEXT) {
            inspector.openProperty().set(false);
            focusTable();
            return true;
        }
        return false;
    }

    @Override
    public void save(String name) {
        TableModel table = shell.table();
        Supplier<String> csv =
                table.csv(setup.clock().instant(), words.messagesProperty().get());
        new CsvSaver(shell.notices(), setup.background(), setup.ui(), words)
                .save(view.getScene().getWindow(), table.rows().size(), csv, name);
    }

    @Override
    public void widenInspector() {
        view.inspectorWideProperty().set(!view.inspectorWideProperty().get());
        focusInspector();
    }

    @Override
    public void focusInspector() {
        inspectorPane.requestFocus();
    }

    @Override
    public void shiftColumns(int by) {
        for (Node node : pane.lookupAll(".scroll-bar"))
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()) {
                if (by > 0) bar.increment();
                else bar.decrement();
            }
    }

    private void inspect() {
        commands.run("object.describe");
    }
}
