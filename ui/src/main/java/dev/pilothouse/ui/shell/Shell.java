package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.KeyMap;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.inspector.InspectorModel;
import dev.pilothouse.ui.keys.KeyDispatcher;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The window's content, put together: models, views, commands, and what connects them.
public final class Shell {
    private final Setup setup;
    private final ShellModel model;
    private final StatusModel status;
    private final ShellWindow window;
    private final ShellCommands commands;

    /// The start options that rule the look of this run, as they were typed; empty where none does.
    ///
    /// @param theme such as `--theme dark`
    /// @param language such as `--lang ja`
    public record LookOptions(String theme, String language) {}

    /// What the shell is made of.
    ///
    /// @param background runs what blocks
    /// @param scheduler starts things later
    /// @param threads what local tables run on
    /// @param clusters the contexts of the moment
    /// @param opener opens the cluster of a context
    /// @param filters understands what is typed after `/`
    /// @param settings what is remembered between runs
    /// @param keysFile where the user's own keys stand, if anywhere
    /// @param readOnly whether nothing may be written in this run
    /// @param lookOptions what of the look the settings do not decide in this run
    /// @param mac whether keys are named as on macOS
    /// @param quit ends the program
    public record Setup(
            Words words,
            Themes themes,
            UiExecutor ui,
            Ticker ticker,
            FrameMeter meter,
            Trace trace,
            Clock clock,
            ExecutorService background,
            ScheduledExecutorService scheduler,
            TableThreads threads,
            Supplier<Clusters> clusters,
            ClusterSession.Opener opener,
            FilterReader filters,
            SettingsStore settings,
            CommandRegistry registry,
            KeyMap keys,
            Path keysFile,
            boolean readOnly,
            LookOptions lookOptions,
            boolean mac,
            Runnable quit) {}

    /// A shell that shows nothing yet.
    public Shell(Setup setup) {
        this.setup = setup;
        Executor background = setup.background();
        TableModel table = new TableModel(setup.ui(), setup.filters(), setup.trace());
        NamespacesModel namespaces = new NamespacesModel(background, setup.ui());
        status = new StatusModel(setup.clock(), System::nanoTime);
        if (setup.readOnly()) status.guard(StatusModel.Guard.READ_ONLY);
        NoticesModel notices = new NoticesModel(setup.clock(), setup.trace());
        Sources sources = new Sources(setup.clusters(), namespaces, setup.threads(), setup.clock());
        ConnectionModel connection =
                new ConnectionModel(setup.opener(), background, setup.ui(), setup.trace(), setup.clock());
        Remembered memory = new Remembered(setup.settings(), new Projectors());
        model = new ShellModel(table, connection, namespaces, status, notices, sources, memory, setup.trace());
        InspectorModel inspector = new InspectorModel(setup.background(), setup.scheduler(), setup.ui());
        UsageModel usage = new UsageModel(model, background, setup.ui());
        window = new ShellWindow(setup, memory, model, status, usage, inspector);
        commands = window.commands();
        table.stateProperty()
                .subscribe(state -> status.state(model.placeProperty().get() == null ? null : state));
        model.placeProperty()
                .subscribe(place -> status.state(
                        place == null ? null : table.stateProperty().get()));
        table.rows().addListener((InvalidationListener)
                rows -> status.changed(setup.clock().instant()));
        table.selection().rowProperty().subscribe(row -> inspector.choose(model.refOf(row)));
        connection
                .stateProperty()
                .subscribe(state -> inspector.connect(
                        state instanceof ConnectionModel.Connected c
                                ? c.session().inspector()
                                : null));
        setup.ticker().listen(() -> {
            status.measure();
            notices.expire();
            connection.tick();
            note();
        });
        connection.stateProperty().subscribe(window::vocabularyChanged);
    }

    /// What the window shows.
    public Parent view() {
        return window.view();
    }

    /// Takes the keys of the window.
    public void install(Scene scene) {
        new KeyDispatcher(setup::keys, window::scope, command -> commands.run(command.id())).install(scene);
    }

    /// What was found out beside the window.
    ///
    /// @param attempt to connect, begun when the program started; null where no context is named
    /// @param problems what is wrong with whole kubeconfig files while others can be used
    public record Beginning(@Nullable ConnectionAttempt attempt, List<Failure> problems) {}

    /// Shows the cluster that is being connected to, the list of contexts where there is none, or what the user has
    /// already gone to.
    ///
    /// @param scope the namespaces to start in, null for those of the last time
    /// @param command the first command, null for what was on screen the last time
    public void start(Beginning beginning, @Nullable NamespaceScope scope, @Nullable String command) {
        ConnectionAttempt attempt = beginning.attempt();
        if (model.hasBegun()) {
            if (attempt != null) setup.background().execute(attempt::giveUp);
        } else if (attempt == null) {
            model.openContexts();
        } else {
            model.connect(attempt, () -> {
                if (command == null) {
                    model.openLast(scope);
                } else {
                    if (scope != null) model.scope(scope);
                    window.run(command);
                }
            });
        }
        beginning.problems().forEach(model.notices()::failed);
    }

    /// Runs `action` once, when the table has rows for the first time, on screen or filtered out; that is before they
    /// are painted.
    public void onFirstRows(Runnable action) {
        ReadOnlyIntegerProperty total = model.table().totalProperty();
        total.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable changed) {
                if (total.get() == 0) return;
                total.removeListener(this);
                action.run();
            }
        });
    }

    /// Gives the keyboard to the table.
    public void focus() {
        window.focusTable();
    }

    /// The ids of all commands that do something.
    public Set<String> handledCommands() {
        return commands.handlers().keySet();
    }

    /// The layer for dialogs.
    public Overlays overlays() {
        return window.overlays();
    }

    /// Notes for the next run how things stand; once a second, for the program may be ended by a signal.
    private void note() {
        model.leave();
        window.remember();
    }

    /// Ends the connection, and notes how one leaves.
    public void close() {
        note();
        model.connection().close();
    }
}
