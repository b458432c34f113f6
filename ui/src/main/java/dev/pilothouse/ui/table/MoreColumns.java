package dev.pilothouse.ui.table;

import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Says at the right of the header how many columns there is no room for, and shows them all when pressed; pressed
/// again, only those that there is room for.
final class MoreColumns extends Button {
    static final double WIDTH = 36;

    private final Tooltip tip = new Tooltip();
    private final TableModel model;
    private final Words words;

    MoreColumns(TableModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("more-columns");
        getStyleClass().addAll("icon-button", "more-columns");
        setFocusTraversable(false);
        setManaged(false);
        setVisible(false);
        setTooltip(tip);
        setOnAction(pressed -> model.wideProperty().set(!model.wideProperty().get()));
    }

    /// Offers what fits the moment.
    ///
    /// @param left ids of the columns for which there is no room
    void show(List<String> left) {
        boolean all = model.wideProperty().get();
        setVisible(all || !left.isEmpty());
        setText(all ? "−" : "+" + left.size());
        String list = String.join(", ", left).toUpperCase(Locale.ROOT);
        tip.textProperty().bind(words.bind(all ? Text.of("table.columns.fewer") : Text.of("table.columns.left", list)));
    }
}
