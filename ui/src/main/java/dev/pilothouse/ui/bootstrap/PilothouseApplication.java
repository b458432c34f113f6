package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.SettingsFolder;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.WindowSettings;
import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FxExecutor;
import dev.pilothouse.ui.fx.Painted;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window: an empty frame first, everything else once that is painted.
public final class PilothouseApplication extends Application {
    private @Nullable Started started;

    /// What is there before the window.
    private record Started(
            StartOptions options, Trace trace, Words words, SettingsStore settings, Composition composition) {}

    /// Opens the window and returns when it is closed.
    ///
    /// @param arguments a command line that `OptionParser` understands
    static void open(String[] arguments) {
        Application.launch(PilothouseApplication.class, arguments);
    }

    /// Reads what the first frame depends on, and begins to connect, before the UI thread has anything to do.
    @Override
    public void init() throws IOException {
        StartOptions options = options();
        Trace trace = options.trace() == null ? Trace.off() : Trace.to(options.trace());
        HeapTrace.start(trace);
        Workers workers = Workers.start();
        Clock clock = Clock.systemUTC();
        Path folder = SettingsFolder.of(
                System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
        SettingsStore settings = SettingsStore.open(folder, workers.scheduler(), workers.blocking(), clock);
        settings.flushAtExit(Thread.ofPlatform().name("settings").factory());
        Words words = new Words(language(options, settings.get().look()));
        Composition composition = new Composition(
                options, words, trace, new FxExecutor(), settings, folder, workers, clock, Backends::of);
        started = new Started(options, trace, words, settings, composition);
    }

    @Override
    public void start(Stage stage) {
        Started ready = Objects.requireNonNull(started, "initialised first");
        StartOptions options = ready.options();
        Trace trace = ready.trace();
        SettingsStore settings = ready.settings();
        Themes themes = new Themes(Platform.getPreferences());
        themes.choiceProperty().set(theme(options, settings.get().look()));
        themes.install();
        frame(stage, settings.get().window(), trace);
        Painted.then(stage.getScene(), () -> {
            trace.event("frame.first");
            ready.composition().fill(stage, themes);
        });
    }

    @Override
    public void stop() {
        if (started != null) started.composition().close();
    }

    /// Shows the empty frame, where the window stood the last time if that is still on a screen.
    private static void frame(Stage stage, WindowSettings window, Trace trace) {
        StackPane root = new StackPane();
        root.getStyleClass().add("window-frame");
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(new Scene(root, Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight())));
        stage.setTitle("Pilothouse");
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        WindowBounds.restore(stage, window);
        stage.setOnShown(event -> trace.event("window.shown"));
        stage.show();
    }

    private static Language language(StartOptions options, LookSettings look) {
        if (options.language() != null) return options.language();
        return Arrays.stream(Language.values())
                .filter(l -> l.tag().equals(look.language()))
                .findFirst()
                .orElse(Language.nearest(Locale.getDefault()));
    }

    private static Themes.Choice theme(StartOptions options, LookSettings look) {
        String wanted =
                options.theme() == null ? look.theme().name() : options.theme().toUpperCase(Locale.ROOT);
        return switch (wanted) {
            case "LIGHT" -> Themes.Choice.LIGHT;
            case "DARK" -> Themes.Choice.DARK;
            default -> Themes.Choice.AUTO;
        };
    }

    private StartOptions options() {
        String[] arguments = getParameters().getRaw().toArray(String[]::new);
        return switch (new OptionParser(new Messages(Language.EN)).parse(arguments, "")) {
            case OptionParser.Start(StartOptions options) -> options;
            case OptionParser.Print(String text, int status) -> throw new IllegalArgumentException(text);
        };
    }
}
