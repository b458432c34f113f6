package dev.pilothouse.ui.table;

import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Says at the right of the header how many columns there is no room for, and shows them all when pressed.
final class MoreColumns extends Button {
    static final double WIDTH = 36;

    private final Tooltip names = new Tooltip();
    private final Words words;

    MoreColumns(TableModel model, Words words) {
        this.words = words;
        getStyleClass().addAll("icon-button", "more-columns");
        setFocusTraversable(false);
        setManaged(false);
        setVisible(false);
        setTooltip(names);
        setOnAction(pressed -> model.wideProperty().set(true));
    }

    void show(List<String> columns) {
        setVisible(!columns.isEmpty());
        if (columns.isEmpty()) return;
        setText("+" + columns.size());
        String list = String.join(", ", columns).toUpperCase(Locale.ROOT);
        names.textProperty().bind(words.bind(Text.of("table.columns.left", list)));
    }
}
