package dev.pilothouse.ui.inspector;

import dev.pilothouse.ui.text.Words;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The tools beside the tabs that belong to a text: managed fields, a Secret's values, search, copy.
final class TextTools extends HBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Words words;
    private final Button managedFields;
    private final Button reveal;
    private final Button find;
    private final Button copy;
    private final InspectorModel model;

    TextTools(InspectorModel model, Words words, Runnable onFind, Runnable onCopy) {
        this.words = words;
        this.model = model;
        getStyleClass().add("text-tools");
        managedFields = toggle("inspector.managedFields", model.managedFieldsProperty());
        reveal = toggle("inspector.reveal", model.revealedProperty());
        find = button("inspector.find", onFind);
        copy = button("inspector.copy", onCopy);
    }

    /// Offers what fits to `content`.
    void show(InspectorContent content) {
        getChildren().clear();
        if (!(content instanceof InspectorContent.Text text)) return;
        if (model.tabProperty().get() == InspectorTab.YAML) getChildren().add(managedFields);
        if (text.secret()) getChildren().add(reveal);
        getChildren().addAll(find, copy);
    }

    private Button toggle(String key, BooleanProperty property) {
        Button button = button(key, () -> property.set(!property.get()));
        property.subscribe(on -> button.pseudoClassStateChanged(ON, on));
        return button;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.getStyleClass().setAll("text-tool");
        button.textProperty().bind(words.bind(key));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
