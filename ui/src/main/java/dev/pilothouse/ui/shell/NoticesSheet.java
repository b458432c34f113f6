package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// All notices of this run, newest first.
final class NoticesSheet extends VBox {
    private static final double MOST = 480;

    NoticesSheet(NoticesModel model, Words words) {
        getStyleClass().add("notices-sheet");
        setId("notices-sheet");
        setFocusTraversable(true);
        Label title = new Label();
        title.textProperty().bind(words.bind("shell.notice.title"));
        title.getStyleClass().add("title");
        VBox cards = new VBox(8);
        model.all().forEach(n -> cards.getChildren().add(NoticesView.card(n, words, null)));
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.prefViewportHeightProperty().bind(cards.heightProperty().map(h -> Math.min(MOST, h.doubleValue())));
        setSpacing(12);
        getChildren().addAll(title, scroll);
        model.visible().clear();
    }
}
