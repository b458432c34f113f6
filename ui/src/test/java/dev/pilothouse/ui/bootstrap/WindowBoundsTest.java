package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.settings.WindowSettings.Bounds;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1366, 744);
    private static final Rectangle2D BESIDE = new Rectangle2D(1366, 0, 3840, 2160);

    @Test
    void aWindowThatFitsStandsWhereItStood() {
        Bounds partlyBeside = new Bounds(1200, 100, 1000, 600);

        assertThat(WindowBounds.fitting(partlyBeside, List.of(LAPTOP, BESIDE))).contains(partlyBeside);
    }

    @Test
    void aWindowOnAScreenThatIsGoneOpensAsIfForTheFirstTime() {
        Bounds beside = new Bounds(2000, 100, 1000, 600);

        assertThat(WindowBounds.fitting(beside, List.of(LAPTOP, BESIDE))).contains(beside);
        assertThat(WindowBounds.fitting(beside, List.of(LAPTOP))).isEmpty();
    }

    @Test
    void aWindowOfALargerScreenIsMadeAsLargeAsTheOneThatIsLeft() {
        Bounds large = new Bounds(100, 200, 2400, 1400);

        assertThat(WindowBounds.fitting(large, List.of(LAPTOP))).contains(new Bounds(0, 24, 1366, 744));
    }
}
