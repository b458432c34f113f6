package dev.pilothouse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void thePaletteFindsTheBestFirst() {
        Palette<String> palette = new Palette<>(List.of(
                new Palette.Entry<>("podsecuritypolicies", Palette.Sort.KIND, "psp"),
                new Palette.Entry<>("pods", Palette.Sort.NAMESPACE, "namespace"),
                new Palette.Entry<>("pods", Palette.Sort.KIND, "pods"),
                new Palette.Entry<>("Quit", Palette.Sort.COMMAND, "quit")));
        assertThat(palette.find("po ds"))
                .extracting(found -> found.entry().target())
                .containsExactly("pods", "namespace", "psp");
        assertThat(palette.find("pods").getFirst().positions()).containsExactly(0, 1, 2, 3);
        assertThat(palette.find("")).hasSize(4);
    }
}
