package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Says how the table relates to the cluster: a mark whose shape and colour differ per state, a word, and an age. A
/// click says more.
final class SyncChip extends Button {
    private static final List<PseudoClass> STATES = Stream.of("loading", "live", "stale", "denied", "failed")
            .map(PseudoClass::getPseudoClass)
            .toList();

    private final Words words;
    private final StatusModel status;
    private final Label text = new Label();
    private final Label age = new Label();
    private final Region mark = new Region();
    private final Tooltip tip = new Tooltip();

    /// A chip for `status`.
    ///
    /// @param openDetails runs on a click
    SyncChip(StatusModel status, Words words, Runnable openDetails) {
        this.words = words;
        this.status = status;
        setId("sync");
        getStyleClass().setAll("sync-box");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> openDetails.run());
        text.getStyleClass().add("sync-chip");
        age.getStyleClass().add("sync-age");
        mark.getStyleClass().add("sync-mark");
        HBox line = new HBox(mark, text, age);
        line.getStyleClass().add("sync-line");
        setGraphic(line);
        setTooltip(tip);
        status.stateProperty().subscribe(this::show);
        status.changedProperty().subscribe(() -> show(status.stateProperty().get()));
        status.heapProperty().subscribe(() -> show(status.stateProperty().get()));
        words.messagesProperty().subscribe(() -> show(status.stateProperty().get()));
    }

    /// How long nothing has changed in a table that has been live since then.
    private Duration quietFor(Instant since) {
        Instant changed = status.changedProperty().get();
        return Duration.between(changed.isAfter(since) ? changed : since, status.now());
    }

    private void show(@Nullable SyncState state) {
        setVisible(state != null);
        setManaged(state != null);
        if (state == null) return;
        String name = state.name().toLowerCase(Locale.ROOT);
        for (PseudoClass each : STATES) {
            boolean on = each.getPseudoClassName().equals(name);
            text.pseudoClassStateChanged(each, on);
            mark.pseudoClassStateChanged(each, on);
        }
        text.setText(
                switch (state) {
                    case SyncState.Loading(int read, int total)
                    when total > 0 -> words.say("shell.sync.loadingOf", read, total);
                    case SyncState.Loading loading -> words.say("shell.sync.loading", loading.read());
                    case SyncState.Live live -> words.say("shell.sync.live");
                    case SyncState.Stale stale -> words.say("shell.sync.stale");
                    case SyncState.Denied denied -> words.say("shell.sync.denied");
                    case SyncState.Failed failed -> words.say("shell.sync.failed");
                });
        Duration since = switch (state) {
            case SyncState.Live(Instant from) -> quietFor(from);
            case SyncState.Stale stale -> Duration.between(stale.since(), status.now());
            default -> null;
        };
        age.setText(since == null ? "" : since.toSeconds() < 1 ? words.say("shell.sync.now") : Ages.of(since));
        age.setManaged(since != null);
        tip.setText(
                switch (state) {
                    case SyncState.Loading loading -> words.say("shell.sync.loadingTip");
                    case SyncState.Live live -> words.say("shell.sync.liveTip");
                    case SyncState.Stale stale -> words.say(stale.cause().summary());
                    case SyncState.Denied denied -> words.say(denied.cause().summary());
                    case SyncState.Failed failed -> words.say(failed.cause().summary());
                });
    }
}
