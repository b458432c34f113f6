package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Sees every view in both themes and both languages, in one window, and leaves a picture of each in `target/tour`.
@WindowTest
class TourTest {
    private static final Path PICTURES = Path.of("target", "tour");

    @Test
    void everyViewSpeaksBothLanguagesInBothThemes(DemoWindow window) throws IOException {
        Photographer camera = new Photographer(window, PICTURES);
        window.size(1280, 800);

        TourOfTables.take(window, camera);
        TourOfTheInspector.take(window, camera);
        TourOfOverlays.take(window, camera);
        TourOfStates.take(window, camera);

        assertThat(camera.complaints()).isEmpty();
        assertThat(Files.size(PICTURES.resolve("pods-dark-en.png"))).isGreaterThan(10_000);
    }
}
