package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// What nobody foresaw ends here: a dialog with a code and details to copy. The program goes on.
///
/// Details hold the names of exceptions and of places in the program, never messages: those could hold something
/// secret of the cluster's.
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final int FRAMES = 30;
    private static final int CAUSES = 10;

    private final Words words;
    private final UiExecutor ui;
    private final Trace trace;
    private final Supplier<Overlays> overlays;

    UncaughtErrors(Words words, UiExecutor ui, Trace trace, Supplier<Overlays> overlays) {
        this.words = words;
        this.ui = ui;
        this.trace = trace;
        this.overlays = overlays;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        System.getLogger("pilothouse").log(System.Logger.Level.ERROR, details(error));
        trace.event("failure", "kind", error.getClass().getSimpleName(), "request", code(error));
        ui.run(() -> show(error));
    }

    /// The same for the same mistake, so that it can be searched for.
    static String code(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        String where = frames.length == 0 ? "" : frames[0].getClassName() + frames[0].getMethodName();
        return String.format(Locale.ROOT, "PH-%06X", (error.getClass().getName() + where).hashCode() & 0xFFFFFF);
    }

    /// What happened, without messages; causes may go round in a circle.
    static String details(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(UncaughtErrors::one)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String one(Throwable error) {
        String frames = Arrays.stream(error.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
        return code(error) + " " + error.getClass().getName() + "\n" + frames;
    }

    private void show(Throwable error) {
        if (overlays.get().shows("error")) return;
        Label what = new Label();
        what.textProperty().bind(words.bind("start.error.what", code(error)));
        what.setWrapText(true);
        Card card = new Card(words.bind("start.error.title"), what);
        card.setPrefWidth(480);
        card.button(
                "copy",
                words.bind("start.error.copy"),
                () -> Clipboards.copy(Launcher.version() + "\n" + details(error)));
        Button close = card.button(
                "close", words.bind("start.error.close"), () -> overlays.get().close("close"));
        overlays.get().show("error", card, close, Pos.CENTER);
    }
}
