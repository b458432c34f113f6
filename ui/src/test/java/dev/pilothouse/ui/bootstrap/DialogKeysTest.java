package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Dialogs have the keyboard for themselves, and give it back.
@WindowTest
class DialogKeysTest {

    @Test
    void tabStaysInADialogAndEscLeavesIt(DemoWindow window) {
        window.command("settings").awaitText("Settings");

        for (int i = 0; i < 12; i++) {
            window.press(KeyCode.TAB);
            assertThat(isIn(window, "settings")).as("after Tab " + (i + 1)).isTrue();
        }

        window.press(KeyCode.ESCAPE).awaitNoText("Settings");
        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
    }

    @Test
    void thePaletteOpensAgainAsNew(DemoWindow window) {
        window.chord(KeyCode.CONTROL, KeyCode.K).type("cart").press(KeyCode.ESCAPE);

        window.chord(KeyCode.CONTROL, KeyCode.K)
                .type("secrets")
                .press(KeyCode.ENTER)
                .awaitCrumbs("all namespaces");
        assertThat(window.breadcrumbs()).last().asString().startsWith("secrets");
    }

    private static boolean isIn(DemoWindow window, String id) {
        return DemoWindow.onUi(() -> {
            for (Node node = window.scene().getFocusOwner(); node != null; node = node.getParent())
                if (id.equals(node.getId())) return true;
            return false;
        });
    }
}
