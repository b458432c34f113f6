package dev.pilothouse.ui.inspector;

import dev.pilothouse.ui.text.Words;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The inspector's tabs, one button each.
final class TabStrip extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    TabStrip(InspectorModel model, Words words) {
        getStyleClass().add("tab-strip");
        for (InspectorTab tab : InspectorTab.values()) {
            Button button = new Button();
            button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().setAll("tab-button");
            button.textProperty().bind(words.bind(tab.titleKey()));
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> model.tabProperty().set(tab));
            model.tabProperty().subscribe(current -> button.pseudoClassStateChanged(CURRENT, current == tab));
            getChildren().add(button);
        }
    }
}
