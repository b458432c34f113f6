package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The panes beside the table keep the width that the user gave them.
@WindowTest
class PanesTest {
    private static final Offset<Double> A_PIXEL_OR_TWO = within(2.0);

    @Test
    void aPaneThatIsFoldedAndUnfoldedIsAsWideAsBefore(DemoWindow window) {
        double before = width(window, "#navigator");
        double wide = drag(window, 0, 260);
        assertThat(wide).isGreaterThan(before + 40);

        window.chord(KeyCode.CONTROL, KeyCode.DIGIT1).awaitNoText("WORKLOADS");
        window.chord(KeyCode.CONTROL, KeyCode.DIGIT1).awaitText("WORKLOADS");

        assertThat(width(window, "#navigator")).isCloseTo(wide, A_PIXEL_OR_TWO);
    }

    @Test
    void theOtherPaneDoesNotMoveWhenOneIsOpened(DemoWindow window) {
        double navigator = drag(window, 0, 220);

        window.press(KeyCode.D).awaitText("Service Account:");
        assertThat(width(window, "#navigator")).isCloseTo(navigator, A_PIXEL_OR_TWO);
        drag(window, 1, 600);
        double inspector = width(window, "#inspector");

        window.press(KeyCode.F).awaitNoText("READY");
        window.press(KeyCode.ESCAPE).awaitText("READY");
        assertThat(width(window, "#inspector")).isCloseTo(inspector, A_PIXEL_OR_TWO);
        assertThat(width(window, "#navigator")).isCloseTo(navigator, A_PIXEL_OR_TWO);
    }

    @Test
    void whenTheWindowGrowsItIsTheTableThatGetsTheRoom(DemoWindow window) {
        double navigator = drag(window, 0, 220);
        window.press(KeyCode.D).awaitText("Service Account:");
        double inspector = width(window, "#inspector");

        window.size(1200, 800);

        assertThat(width(window, "#navigator")).isCloseTo(navigator, A_PIXEL_OR_TWO);
        assertThat(width(window, "#inspector")).isCloseTo(inspector, A_PIXEL_OR_TWO);
    }

    /// Moves a splitter to `x` pixels from the left; how wide the navigator is then.
    private static double drag(DemoWindow window, int splitter, double x) {
        DemoWindow.onUi(() -> {
            SplitPane panes = (SplitPane) window.scene().lookup(".panes");
            panes.setDividerPosition(splitter, x / panes.getWidth());
            panes.layout();
            return true;
        });
        return width(window, "#navigator");
    }

    private static double width(DemoWindow window, String id) {
        return DemoWindow.onUi(() -> {
            window.scene().getRoot().layout();
            return ((Region) Objects.requireNonNull(window.scene().lookup(id), id)).getWidth();
        });
    }
}
