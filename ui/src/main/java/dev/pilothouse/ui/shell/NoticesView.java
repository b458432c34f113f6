package dev.pilothouse.ui.shell;

import dev.pilothouse.text.Text;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.text.Words;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notices on screen, one above the other at the lower right.
final class NoticesView extends VBox {
    private final NoticesModel model;
    private final Words words;

    /// A view of `model`.
    NoticesView(NoticesModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        model.visible().addListener((ListChangeListener<Notice>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren()
                .setAll(model.visible().stream()
                        .map(n -> card(n, words, () -> model.close(n)))
                        .toList());
    }

    /// A card that says `notice`.
    ///
    /// @param close what its button does; null for a card without one
    static Region card(Notice notice, Words words, @Nullable Runnable close) {
        FontIcon icon = new FontIcon(
                switch (notice.level()) {
                    case DONE -> Feather.CHECK_CIRCLE;
                    case INFO -> Feather.INFO;
                    case FAILED -> Feather.ALERT_OCTAGON;
                });
        Label summary = wrapped(words, notice.summary());
        summary.getStyleClass().add("notification-title");
        VBox text = new VBox(2, summary);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        if (notice.remedy() != null) {
            Label remedy = wrapped(words, notice.remedy());
            remedy.getStyleClass().add("notification-text");
            text.getChildren().add(remedy);
        }
        if (!notice.details().isEmpty()) text.getChildren().add(copyButton(notice.details(), words));
        HBox card = new HBox(8, icon, text);
        card.getStyleClass().add("notification");
        mark(card, notice);
        if (close != null) card.getChildren().add(closeButton(words, close));
        return card;
    }

    private static Button closeButton(Words words, Runnable close) {
        Button shut = new Button("", new FontIcon(Feather.X));
        shut.setId("notice-close");
        shut.getStyleClass().addAll("icon-button", "flat");
        shut.setFocusTraversable(false);
        shut.accessibleTextProperty().bind(words.bind("shell.notice.close"));
        shut.setOnAction(event -> close.run());
        return shut;
    }

    private static void mark(HBox card, Notice notice) {
        card.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(
                        switch (notice.level()) {
                            case DONE -> "good";
                            case INFO -> "info";
                            case FAILED -> "failed";
                        }),
                true);
    }

    /// A button that copies `details` to the clipboard.
    static Node copyButton(String details, Words words) {
        Button copy = new Button("", new FontIcon(Feather.COPY));
        copy.textProperty().bind(words.bind("shell.notice.copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> Clipboards.copy(details));
        return copy;
    }

    private static Label wrapped(Words words, Text text) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(words.bind(text));
        return label;
    }
}
