package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Whatever can be clicked is large enough to be hit: 24 pixels each way.
@WindowTest
class MouseTargetsTest {
    private static final double LEAST = 24;

    @Test
    void everyButtonAndHintIsLargeEnough(DemoWindow window) {
        window.press(KeyCode.Y).awaitText("apiVersion");
        window.press(KeyCode.SLASH).press(KeyCode.C); // the search of the text, and its buttons
        assertThat(tooSmall()).isEmpty();

        window.chord(KeyCode.CONTROL, KeyCode.K)
                .type("settings")
                .press(KeyCode.ENTER)
                .awaitText("Row height");
        assertThat(tooSmall()).isEmpty();
    }

    private static List<String> tooSmall() {
        return DemoWindow.onUi(() -> OnScreen.nodes(MouseTargetsTest::clickable)
                .filter(node -> node.getLayoutBounds().getWidth() < LEAST
                        || node.getLayoutBounds().getHeight() < LEAST)
                .map(MouseTargetsTest::name)
                .toList());
    }

    /// Buttons, and whatever else listens to clicks.
    private static boolean clickable(Node node) {
        boolean part = node.getStyleClass().stream().anyMatch(style -> style.matches(".*(arrow-button|track|thumb).*"));
        return !part && (node instanceof ButtonBase || node.getOnMouseClicked() != null);
    }

    private static String name(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return node.getStyleClass() + " #" + node.getId() + " " + bounds.getWidth() + " × " + bounds.getHeight();
    }
}
