package dev.pilothouse.ui.bootstrap;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is closed leaves nothing behind: a program that is open all day opens a palette a thousand times.
@WindowTest
class LeavingsTest {

    @Test
    void aClosedPaletteIsKeptByNobody(DemoWindow window) {
        window.chord(KeyCode.CONTROL, KeyCode.K).type("cart").awaitText("checkout");
        WeakReference<Node> palette = weakly(window, "#palette-list");

        window.press(KeyCode.ESCAPE);

        awaitForgotten(window, palette);
    }

    @Test
    void aClosedInspectorKeepsNoEditorWithTheValuesOfASecret(DemoWindow window) {
        window.command("secrets cart").awaitCrumbs("cart");
        window.press(KeyCode.Y).awaitText("apiVersion");
        WeakReference<Node> editor = weakly(window, ".code");

        window.press(KeyCode.ESCAPE).awaitNoText("apiVersion");

        awaitForgotten(window, editor);
    }

    private static WeakReference<Node> weakly(DemoWindow window, String selector) {
        return DemoWindow.onUi(
                () -> new WeakReference<>(Objects.requireNonNull(window.scene().lookup(selector), selector)));
    }

    /// The toolkit itself may hold what was on screen until it has painted something else.
    private static void awaitForgotten(DemoWindow window, WeakReference<Node> node) {
        await("forgotten").atMost(Duration.ofSeconds(30)).until(() -> {
            window.press(KeyCode.J);
            System.gc();
            return node.get() == null;
        });
    }
}
