package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.ui.dialog.Card;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What stands behind the sync chip: what the state means, since when, what broke it, to which request, and what to do.
/// Follows the state while it is open.
final class SyncDetails {
    private final StatusModel status;
    private final Words words;
    private final VBox body = new VBox(8);
    private final Button copy;
    private final Button close;
    private final Card card;
    private Subscription following = Subscription.EMPTY;

    /// @param again reads the view again
    /// @param done closes the details
    SyncDetails(StatusModel status, Words words, Runnable again, Runnable done) {
        this.status = status;
        this.words = words;
        card = new Card(title(), body);
        card.setId("sync-details");
        card.getStyleClass().add("sync-details");
        card.setMinWidth(420);
        copy = card.button("copy", words.bind("shell.notice.copy"), () -> Clipboards.copy(details()));
        copy.managedProperty().bind(copy.visibleProperty());
        card.button("again", words.bind("shell.sync.again"), again);
        close = card.button("close", words.bind("shell.sync.close"), done);
        card.sceneProperty().subscribe(scene -> follow(scene != null));
    }

    /// The dialog.
    Card card() {
        return card;
    }

    /// What has the keyboard.
    Node focus() {
        return close;
    }

    private StringBinding title() {
        return Bindings.createStringBinding(
                () -> {
                    SyncState state = status.stateProperty().get();
                    return state == null
                            ? ""
                            : words.say("shell.sync.title." + state.name().toLowerCase(Locale.ROOT));
                },
                status.stateProperty(),
                words.messagesProperty());
    }

    private void follow(boolean open) {
        following.unsubscribe();
        following = open
                ? Subscription.combine(
                        status.stateProperty().subscribe(state -> show(state)),
                        status.changedProperty()
                                .subscribe(at -> show(status.stateProperty().get())),
                        status.heapProperty()
                                .subscribe(tick -> show(status.stateProperty().get())),
                        words.messagesProperty()
                                .subscribe(spoken -> show(status.stateProperty().get())))
                : Subscription.EMPTY;
    }

    private void show(@Nullable SyncState state) {
        List<Node> lines = new ArrayList<>();
        Failure cause = cause(state);
        switch (state) {
            case SyncState.Loading loading -> lines.add(label(words.say("shell.sync.loadingTip")));
            case SyncState.Live live -> {
                lines.add(label(words.say("shell.sync.liveTip")));
                lines.add(
                        label(ago("shell.sync.changed", status.changedProperty().get())));
            }
            case SyncState.Stale stale -> {
                lines.add(label(words.say("shell.sync.staleTip")));
                lines.add(label(ago("shell.sync.since", stale.since())));
            }
            case SyncState.Denied denied -> {}
            case SyncState.Failed failed -> {}
            case null -> {}
        }
        if (cause != null) lines.addAll(reason(cause));
        copy.setVisible(cause != null);
        body.getChildren().setAll(lines);
    }

    private List<Node> reason(Failure cause) {
        Label summary = label(words.say(cause.summary()));
        summary.getStyleClass().add("sync-cause");
        Label request = label(words.say("shell.sync.request") + "  " + cause.request());
        request.getStyleClass().add("muted");
        return List.of(summary, label(words.say(cause.remedy())), request);
    }

    private String details() {
        Failure cause = cause(status.stateProperty().get());
        return cause == null ? "" : cause.name() + "\n" + cause.request() + "\n" + cause.detail();
    }

    private String ago(String key, Instant then) {
        return words.say(key, Ages.of(Duration.between(then, status.now())));
    }

    private static @Nullable Failure cause(@Nullable SyncState state) {
        return switch (state) {
            case SyncState.Stale stale -> stale.cause();
            case SyncState.Denied denied -> denied.cause();
            case SyncState.Failed failed -> failed.cause();
            case SyncState.Loading loading -> null;
            case SyncState.Live live -> null;
            case null -> null;
        };
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
