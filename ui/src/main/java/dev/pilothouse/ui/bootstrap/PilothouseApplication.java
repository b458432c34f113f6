package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.WindowSettings;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.Painted;
import dev.pilothouse.ui.theme.Themes;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Opens the window: an empty frame first, everything else once that is painted.
///
/// It is no `Application` of JavaFX's: that is made by name and hears of the command line only as text, once the
/// toolkit runs, while half of the start can go on beside the toolkit's.
final class PilothouseApplication {
    private PilothouseApplication() {}

    /// Opens the window and returns when it is closed and all is written. Throws what keeps it from being opened.
    static void open(StartOptions options) {
        CompletableFuture<HeadStart> begun = HeadStart.begin(options);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Platform.startup(() -> start(begun, ended));
        ended.join();
    }

    private static void start(CompletableFuture<HeadStart> begun, CompletableFuture<Void> ended) {
        try {
            HeadStart ready = begun.join();
            Stage stage = new Stage();
            stage.setOnHidden(hidden -> end(ready.composition(), ended));
            show(stage, ready);
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
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

    private static void end(Composition composition, CompletableFuture<Void> ended) {
        try {
            composition.close();
            ended.complete(null);
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
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
