package dev.pilothouse.ui.inspector;

import dev.pilothouse.ui.text.Words;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
        managedFields = toggle(Feather.LAYERS, "inspector.managedFields", model.managedFieldsProperty());
        reveal = toggle(Feather.EYE, "inspector.reveal", model.revealedProperty());
        find = button(Feather.SEARCH, "inspector.find", onFind);
        copy = button(Feather.COPY, "inspector.copy", onCopy);
    }

    /// Offers what fits to `content`.
    void show(InspectorContent content) {
        getChildren().clear();
        if (!(content instanceof InspectorContent.Text text)) return;
        if (model.tabProperty().get() == InspectorTab.YAML) getChildren().add(managedFields);
        if (text.secret()) getChildren().add(reveal);
        getChildren().addAll(find, copy);
    }

    private Button toggle(Feather sign, String key, BooleanProperty property) {
        Button button = button(sign, key, () -> property.set(!property.get()));
        property.subscribe(on -> button.pseudoClassStateChanged(ON, on));
        return button;
    }

    private Button button(Feather sign, String key, Runnable action) {
        Button button = new Button("", new FontIcon(sign));
        button.getStyleClass().setAll("text-tool");
        button.setMinWidth(USE_PREF_SIZE);
        button.accessibleTextProperty().bind(words.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.bind(key));
        button.setTooltip(tip);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
