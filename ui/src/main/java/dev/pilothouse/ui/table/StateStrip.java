package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says over the last rows that they are not live: since when and why, or that some of them are missing.
final class StateStrip extends HBox {
    private final Words words;
    private final FontIcon icon = new FontIcon(Feather.CLOCK);
    private final Label since = new Label();
    private final Label cause = new Label();

    StateStrip(Words words) {
        this.words = words;
        getStyleClass().add("state-strip");
        since.getStyleClass().add("strong");
        cause.getStyleClass().add("muted");
        getChildren().addAll(icon, since, cause);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows a state over `rows` rows, as it is at `now`.
    void show(SyncState state, int rows, Instant now) {
        Failure failure = Syncs.cause(state);
        setVisible(rows > 0 && failure != null);
        if (failure == null) return;
        boolean stale = state instanceof SyncState.Stale;
        icon.setIconCode(stale ? Feather.CLOCK : Feather.LOCK);
        since.setVisible(stale);
        since.setManaged(stale);
        if (state instanceof SyncState.Stale(var moment, var why)) {
            since.setText(words.say(Text.of("table.stale", Ages.of(Duration.between(moment, now)))));
        }
        cause.setText(words.say(failure.summary()));
    }
}
