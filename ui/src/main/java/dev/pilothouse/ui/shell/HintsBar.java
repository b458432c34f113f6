package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The keys that work here, the most useful first; as many as there is room for. A click does what the key does.
final class HintsBar extends HBox {
    private final ObservableList<Hint> hints;
    private final Words words;

    /// A line of `hints`.
    HintsBar(ObservableList<Hint> hints, Words words) {
        this.hints = hints;
        this.words = words;
        setId("hints");
        getStyleClass().add("hints-line");
        setMinWidth(0);
        hints.addListener((ListChangeListener<Hint>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        List<Node> nodes = hints.stream().<Node>map(this::hint).toList();
        getChildren().setAll(nodes);
    }

    private HBox hint(Hint hint) {
        Label key = new Label(hint.key());
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label();
        title.getStyleClass().add("hint-label");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.textProperty().bind(words.bind(hint.title()));
        HBox node = new HBox(key, title);
        node.getStyleClass().add("hint");
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setOnMouseClicked(event -> hint.run().run());
        return node;
    }

    /// Hints without room are not drawn at all: half a word is worse than none.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double right = getWidth() - getInsets().getRight();
        for (Node node : getManagedChildren())
            node.setVisible(node.getBoundsInParent().getMaxX() <= right + 1);
    }
}
