package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line below the rows that says why they are not all there or not live: how many of how many have been read, since
/// when and why they are stale, or that some of them are missing. It takes room of its own and covers no row.
final class StateLine extends HBox {
    static final double HEIGHT = 28;
    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

    /// What loads faster than this says nothing: a line that flashes by tells nobody anything.
    private static final javafx.util.Duration QUICK = javafx.util.Duration.millis(300);

    private final Words words;
    private final FontIcon icon = new FontIcon(Feather.CLOCK);
    private final Label title = new Label();
    private final Label cause = new Label();
    private final PauseTransition slow = new PauseTransition(QUICK);
    private boolean loading;

    StateLine(Words words) {
        this.words = words;
        getStyleClass().add("state-line");
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        cause.getStyleClass().add("muted");
        getChildren().addAll(icon, title, cause);
        setMaxHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setVisible(false);
        slow.setOnFinished(passed -> setVisible(loading));
    }

    /// Shows a state over `rows` rows, as it is at `now`.
    void show(SyncState state, int rows, Instant now) {
        Failure failure = Syncs.cause(state);
        boolean reads = state instanceof SyncState.Loading;
        if (reads && !loading) slow.playFromStart();
        loading = reads;
        pseudoClassStateChanged(LOADING, reads);
        if (!reads) setVisible(rows > 0 && failure != null);
        switch (state) {
            case SyncState.Loading(int read, int total) ->
                say(Feather.DOWNLOAD_CLOUD, words.say(progress(read, total)));
            case SyncState.Stale(var since, var why) ->
                say(Feather.CLOCK, words.say(Text.of("table.stale", Ages.of(Duration.between(since, now)))));
            default -> say(Feather.LOCK, "");
        }
        cause.setText(failure == null ? "" : words.say(failure.summary()));
    }

    private static Text progress(int read, int total) {
        if (read == 0) return Text.of("table.loading");
        return total > 0 ? Text.of("table.loading.of", read, total) : Text.of("table.loading.some", read);
    }

    private void say(Feather sign, String text) {
        icon.setIconCode(sign);
        title.setText(text);
        title.setManaged(!text.isEmpty());
    }
}
