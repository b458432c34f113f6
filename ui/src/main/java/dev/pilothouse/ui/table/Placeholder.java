package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where rows would: says why there are none, and what to do. Each reason looks different.
final class Placeholder extends VBox {
    private final TableModel model;
    private final Words words;
    private @Nullable Saying said;
    private Elsewhere elsewhere = Elsewhere.NOWHERE;

    /// What is said.
    ///
    /// @param icon what stands above
    /// @param tone the style class that colours the icon
    /// @param detail what the server said, empty for nothing
    private record Saying(Feather icon, String tone, Text title, Text text, Text remedy, String detail) {}

    Placeholder(TableModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("table-placeholder");
        setAlignment(Pos.CENTER);
        setVisible(false);
    }

    /// Says from now on where else there may be more.
    void elsewhere(Elsewhere where) {
        elsewhere = where;
        update();
    }

    /// Shows what holds now.
    void update() {
        Saying saying = model.rows().isEmpty() ? saying(model.stateProperty().get()) : null;
        setVisible(saying != null);
        if (saying != null && !saying.equals(said)) show(saying); // the same again leaves the keyboard on its buttons
        said = saying;
    }

    private @Nullable Saying saying(SyncState state) {
        return switch (state) {
            case SyncState.Loading loading -> null;
            case SyncState.Denied(var verb, var resource, var cause) ->
                new Saying(
                        Feather.LOCK,
                        "denied",
                        Text.of("table.denied.title"),
                        Text.of("table.denied.text", verb, resource),
                        Text.of("table.denied.remedy"),
                        cause.evidence());
            case SyncState.Failed(var cause) -> failed(cause);
            case SyncState.Stale(var since, var cause) -> failed(cause);
            case SyncState.Live live -> empty();
        };
    }

    private static Saying failed(Failure cause) {
        return new Saying(
                Feather.ALERT_TRIANGLE,
                "failed",
                Text.of("table.failed.title"),
                cause.summary(),
                cause.remedy(),
                cause.evidence());
    }

    private Saying empty() {
        int total = model.totalProperty().get();
        boolean faults = model.faultsOnlyProperty().get();
        String filter = model.filterTextProperty().get();
        if (total > 0 && !filter.isEmpty()) {
            String key = faults ? "table.filteredFaults" : "table.filtered";
            return new Saying(
                    Feather.FILTER,
                    "empty",
                    Text.of(key + ".title"),
                    Text.of(key + ".text", total, filter),
                    Text.of(key + ".remedy"),
                    "");
        }
        if (total > 0 && faults) {
            return new Saying(
                    Feather.CHECK_CIRCLE,
                    "well",
                    Text.of("table.faultless.title"),
                    Text.of("table.faultless.text", total),
                    Text.of("table.faultless.remedy"),
                    "");
        }
        boolean events = model.viewNameProperty().get().equals(TablePane.EVENTS_OF_OBJECT);
        String key = events ? "table.noEvents" : elsewhere == Elsewhere.NOWHERE ? "table.none" : "table.empty";
        String remedy = elsewhere == Elsewhere.KNOWN_NAMESPACES && !events ? "table.empty.known" : key + ".remedy";
        return new Saying(Feather.INBOX, "empty", Text.of(key + ".title"), Text.of(key + ".text"), Text.of(remedy), "");
    }

    private void show(Saying saying) {
        FontIcon icon = new FontIcon(saying.icon);
        icon.getStyleClass().addAll("placeholder-icon", saying.tone);
        getChildren()
                .setAll(
                        icon,
                        label(saying.title, "title"),
                        label(saying.text, "placeholder-text"),
                        label(saying.remedy, "muted"));
        if (!saying.detail.isEmpty()) {
            Label detail = new Label(saying.detail);
            detail.getStyleClass().addAll("placeholder-detail", "mono");
            detail.setWrapText(true);
            getChildren().add(detail);
        }
        Node actions = actions(saying);
        if (actions != null) getChildren().add(actions);
    }

    private @Nullable Node actions(Saying saying) {
        HBox box = new HBox();
        box.getStyleClass().add("placeholder-actions");
        switch (saying.tone) {
            case "failed", "denied" -> {
                Button retry = button("table.retry", model::retry);
                retry.setId("table-retry");
                box.getChildren().addAll(retry, button("table.copy", () -> copy(saying)));
            }
            case "well" -> box.getChildren().add(showAll());
            default -> {
                if (saying.icon != Feather.FILTER) return null;
                box.getChildren().add(button("table.clear", () -> model.filter("")));
                if (model.faultsOnlyProperty().get()) box.getChildren().add(showAll());
            }
        }
        return box;
    }

    private Button showAll() {
        return button("table.showAll", () -> model.faultsOnlyProperty().set(false));
    }

    private void copy(Saying saying) {
        Clipboards.copy(String.join(
                "\n", words.say(saying.title), words.say(saying.text), words.say(saying.remedy), saying.detail));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private Label label(Text text, String styleClass) {
        Label label = new Label();
        label.textProperty().bind(words.bind(text));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        return label;
    }
}
