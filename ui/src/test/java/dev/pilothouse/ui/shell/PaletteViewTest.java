package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.Palette;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PaletteViewTest {
    private final Words words = new Words(Language.EN);
    private int gathered;
    private final PaletteModel model = new PaletteModel(this::everything);
    private final PaletteView view = new PaletteView(model, words, entry -> {});

    @Test
    void anOpenPaletteSpeaksTheLanguageOfTheMomentAndAClosedOneGathersNothing(FxRobot robot) {
        robot.interact(() -> {
            Scene scene = new Scene(view);
            words.speak(Language.JA);
            assertThat(list().getItems()).extracting(PaletteModel.Entry::name).containsExactly("JA");
            assertThat(gathered).isEqualTo(2);

            scene.setRoot(new StackPane());
            words.speak(Language.EN);
            assertThat(gathered).as("after it was closed").isEqualTo(2);
        });
    }

    @SuppressWarnings("unchecked") // the only list of a palette
    private ListView<PaletteModel.Entry> list() {
        return (ListView<PaletteModel.Entry>) view.lookup("#palette-list");
    }

    private List<PaletteModel.Entry> everything() {
        gathered++;
        return List.of(new PaletteModel.Entry(words.language().name(), Palette.Sort.COMMAND, "", "", () -> {}));
    }
}
