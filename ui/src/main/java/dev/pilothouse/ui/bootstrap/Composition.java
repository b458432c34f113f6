package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.KeyMap;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.live.filter.FilterException;
import dev.pilothouse.live.filter.Filters;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Painted;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.shell.ConnectionAttempt;
import dev.pilothouse.ui.shell.FirstView;
import dev.pilothouse.ui.shell.Shell;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts the program together, by hand: threads, clusters, sessions, window.
final class Composition implements AutoCloseable {
    private final Workers workers;
    private final SettingsStore settings;
    private final Path folder;
    private final StartOptions options;
    private final Words words;
    private final Trace trace;
    private final UiExecutor ui;
    private final Backend backend;
    private final Clock clock;
    private final CompletableFuture<Shell> filled = new CompletableFuture<>();
    private final CompletableFuture<Runnable> rest = new CompletableFuture<>();
    private final CompletableFuture<Shell.Beginning> beginning;
    private @Nullable Stage stage;
    private volatile boolean closed;

    /// Starts what does not need the window, and begins to connect: by the time the window is there, so is the cluster.
    Composition(
            StartOptions options,
            Words words,
            Trace trace,
            UiExecutor ui,
            SettingsStore settings,
            Path folder,
            Workers workers,
            Clock clock,
            Backend.Maker maker) {
        this.options = options;
        this.workers = workers;
        this.words = words;
        this.trace = trace;
        this.ui = ui;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.backend = maker.make(options, workers, clock, consent());
        this.beginning = CompletableFuture.supplyAsync(this::begin, workers.blocking());
    }

    /// Reads the kubeconfig, and so stays away from the UI thread. To connect it need not be read to its end.
    private Shell.Beginning begin() {
        Clusters clusters = backend.clusters();
        String context = options.context() == null ? clusters.currentContext() : options.context();
        ConnectionAttempt attempt = context.isEmpty()
                ? null
                : ConnectionAttempt.begin(
                        context,
                        backend.opener(),
                        workers.blocking(),
                        connected -> rest.complete(FirstView.readAhead(
                                connected, settings.get().context(context), scope(), options.command())),
                        trace);
        // Where there is nothing but problems, the window says so in the middle.
        return new Shell.Beginning(attempt, clusters.contexts().isEmpty() ? List.of() : clusters.problems());
    }

    /// Fills the window.
    Shell fill(Stage stage, Themes themes) {
        Ticker ticker = new Ticker(ui, workers.scheduler(), clock);
        ticker.follow(stage);
        ticker.listen(() -> WindowBounds.remember(stage, settings)); // a signal that ends the program leaves no time
        FrameMeter meter = new FrameMeter(trace);
        meter.watch(stage);
        CommandRegistry registry = new CommandRegistry();
        Filters filters = new Filters(clock);
        Shell made = new Shell(new Shell.Setup(
                words,
                themes,
                ui,
                ticker,
                meter,
                trace,
                clock,
                workers.blocking(),
                workers.scheduler(),
                workers.tables(),
                backend::clusters,
                backend.opener(),
                text -> read(filters, text),
                settings,
                registry,
                keys(registry),
                keysFile(),
                options.readOnly(),
                lookOptions(),
                System.getProperty("os.name", "").startsWith("Mac"),
                stage::close));
        stage.getScene().setRoot(made.view());
        made.view().applyCss(); // only then do the panes have their children, and the table can have the keyboard
        made.install(stage.getScene());
        this.stage = stage;
        filled.complete(made);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(words, ui, trace, this::overlays));
        Thread.currentThread().setUncaughtExceptionHandler(Thread.getDefaultUncaughtExceptionHandler());
        made.focus();
        var _ = beginning.whenComplete((begun, error) -> ui.run(() -> {
            if (closed) return;
            if (error != null) throw new IllegalStateException("the clusters could not be read", error);
            made.start(begun, scope(), options.command());
            made.onFirstRows(() -> Painted.then(stage.getScene(), () -> {
                var _ = rest.thenAccept(Runnable::run);
            }));
        }));
        return made;
    }

    private Shell.LookOptions lookOptions() {
        return new Shell.LookOptions(
                options.theme() == null ? "" : "--theme " + options.theme(),
                options.language() == null ? "" : "--lang " + options.language().tag());
    }

    private @Nullable NamespaceScope scope() {
        if (options.allNamespaces()) return NamespaceScope.all();
        return options.namespaces().isEmpty() ? null : NamespaceScope.of(options.namespaces());
    }

    /// The program's keys, or the user's where the settings folder has a `keys.json`.
    private KeyMap keys(CommandRegistry registry) {
        Path own = keysFile();
        if (!Files.isRegularFile(own)) return KeyMap.shipped(registry);
        try {
            return KeyMap.overridden(registry, Files.readString(own));
        } catch (IOException e) {
            return KeyMap.overridden(registry, "");
        }
    }

    private Path keysFile() {
        return folder.resolve("keys.json");
    }

    private PluginConsent consent() {
        return PluginConsent.remembering(
                new AllowedPlugins(settings), new ConsentDialog(words, onceFilled(), this::overlays));
    }

    /// A login may be quicker than the window in which to ask whether its plugin may be run.
    private UiExecutor onceFilled() {
        return task -> {
            var _ = filled.thenRun(() -> ui.run(task));
        };
    }

    private Overlays overlays() {
        return filled.join().overlays();
    }

    private static FilterReader.Reading read(Filters filters, String text) {
        try {
            return FilterReader.Reading.of(filters.parse(text));
        } catch (FilterException e) {
            return FilterReader.Reading.wrong(e.text());
        }
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        // Whatever one of them throws, settings are written and the others end.
        try (trace;
                workers;
                backend;
                settings) {
            if (stage == null) {
                giveUp();
            } else {
                filled.join().close();
                WindowBounds.remember(stage, settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// There will be no window to connect for. Before the threads end, for what they do would meet that as a mistake.
    private void giveUp() {
        var _ = beginning
                .thenAccept(begun -> {
                    if (begun.attempt() != null) begun.attempt().giveUp();
                })
                .exceptionally(failed -> null)
                .join();
    }
}
