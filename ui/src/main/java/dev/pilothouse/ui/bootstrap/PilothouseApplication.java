package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.text.Messages;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FxExecutor;
import dev.pilothouse.ui.fx.Painted;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window: an empty frame first, everything else once that is painted.
public final class PilothouseApplication extends Application {
    private @Nullable Composition composition;

    /// Opens the window and returns when it is closed.
    ///
    /// @param arguments a command line that `OptionParser` understands
    static void open(String[] arguments) {
        Application.launch(PilothouseApplication.class, arguments);
    }

    @Override
    public void start(Stage stage) throws IOException {
        StartOptions options = options();
        Trace trace = options.trace() == null ? Trace.off() : Trace.to(options.trace());
        HeapTrace.start(trace);
        Words words = new Words(
                options.language() == null ? Messages.Language.nearest(Locale.getDefault()) : options.language());
        Themes themes = new Themes(Platform.getPreferences());
        themes.install();
        StackPane root = new StackPane();
        root.getStyleClass().add("window-frame");
        stage.setScene(new Scene(root, 1280, 800));
        stage.setTitle("Pilothouse");
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        stage.setOnShown(event -> trace.event("window.shown"));
        stage.show();
        Composition made = new Composition(options, words, themes, stage, trace, new FxExecutor(), Backends::of);
        composition = made;
        Painted.then(stage.getScene(), () -> {
            trace.event("frame.first");
            made.fill();
        });
    }

    @Override
    public void stop() {
        if (composition != null) composition.close();
    }

    private StartOptions options() {
        String[] arguments = getParameters().getRaw().toArray(String[]::new);
        return switch (new OptionParser(new Messages(Messages.Language.EN)).parse(arguments, "")) {
            case OptionParser.Start(StartOptions options) -> options;
            case OptionParser.Print(String text, int status) -> throw new IllegalArgumentException(text);
        };
    }
}
