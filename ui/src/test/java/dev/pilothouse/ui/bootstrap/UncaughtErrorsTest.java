package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A mistake of the program itself.
@WindowTest
class UncaughtErrorsTest {

    @Test
    void itIsSaidOnceWithoutAStackTraceAndTheProgramGoesOn(DemoWindow window) throws IOException {
        Platform.runLater(() -> fail("token of the cluster"));
        window.awaitText("Something went wrong inside the program");
        Platform.runLater(() -> fail("again"));
        new Photographer(window, Path.of("target", "tour")).take("error", "STATUS", "start.error.what");

        assertThat(window.texts()).noneMatch(t -> t.contains("Exception") || t.contains("  at "));

        window.chord(KeyCode.SHIFT, KeyCode.TAB).press(KeyCode.SPACE);
        String copied = DemoWindow.onUi(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("PH-", "IllegalStateException", "UncaughtErrorsTest")
                .doesNotContain("token");

        window.press(KeyCode.ESCAPE).awaitNoText("Something went wrong inside the program");
        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }
}
