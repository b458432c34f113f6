package dev.pilothouse.ui.dialog;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A dialog as DESIGN wants it: a title that says verb and object, the body, and buttons that carry the verb.
public final class Card extends VBox {
    private final HBox buttons = new HBox();

    /// A card without buttons yet.
    public Card(ObservableValue<String> title, Node... body) {
        getStyleClass().add("dialog-card");
        Label heading = new Label();
        heading.getStyleClass().add("dialog-title");
        heading.setWrapText(true);
        heading.textProperty().bind(title);
        VBox middle = new VBox(8, body);
        middle.getStyleClass().add("dialog-body");
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(heading, middle, buttons);
    }

    /// Adds a button at the right end.
    ///
    /// @param id its name, for tests and the trace
    public Button button(String id, ObservableValue<String> title, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(title);
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return button;
    }
}
