package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.WindowSettings;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.Painted;
import dev.pilothouse.ui.theme.Themes;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
    /// What was begun beside the toolkit. The toolkit makes the application by name, and hands it nothing but texts.
    private static @Nullable CompletableFuture<HeadStart> begun;

    /// Opens the window and returns when it is closed and all is written. Throws what keeps it from being opened.
    static void open(StartOptions options) {
        CompletableFuture<HeadStart> head = HeadStart.begin(options);
        begun = head;
        try {
            Application.launch(PilothouseApplication.class);
        } finally {
            close(head); // where there is no display, nobody else does
        }
    }

    @Override
    public void start(Stage stage) {
        show(stage, Objects.requireNonNull(begun, "begun before the launch").join());
    }

    @Override
    public void stop() {
        if (begun != null) close(begun);
    }

    private static void close(CompletableFuture<HeadStart> head) {
        var _ = head.thenAccept(ready -> ready.composition().close())
                .exceptionally(failed -> null)
                .join();
    }

    private static void show(Stage stage, HeadStart ready) {
        LookSettings look = ready.settings().get().look();
        Themes themes = new Themes(Platform.getPreferences());
        themes.choiceProperty().set(theme(ready.options(), look));
        themes.install();
        frame(stage, ready.settings().get().window(), ready.trace());
        Painted.then(stage.getScene(), () -> {
            ready.trace().event("frame.first");
            ready.composition().fill(stage, themes);
        });
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

    private static Themes.Choice theme(StartOptions options, LookSettings look) {
        String wanted =
                options.theme() == null ? look.theme().name() : options.theme().toUpperCase(Locale.ROOT);
        return switch (wanted) {
            case "LIGHT" -> Themes.Choice.LIGHT;
            case "DARK" -> Themes.Choice.DARK;
            default -> Themes.Choice.AUTO;
        };
    }
}
