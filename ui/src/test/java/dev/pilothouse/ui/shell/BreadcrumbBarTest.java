package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class BreadcrumbBarTest {
    private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
    private final List<String> opened = new ArrayList<>();
    private final BreadcrumbBar bar = new BreadcrumbBar(crumbs, new Words(Messages.Language.EN), new Region());

    @Test
    void aClickCountsThoughTheNumberOfRowsChangesBetweenPressAndRelease() {
        crumbs.setAll(crumb("context", "demo"), crumb("kind", "pods (1)"));
        Button pressed = part("kind");
        pressed.arm();

        crumbs.setAll(crumb("context", "demo"), crumb("kind", "pods (2)"));
        pressed.fire();

        assertThat(part("kind")).isSameAs(pressed);
        assertThat(pressed.isArmed()).isTrue();
        assertThat(pressed.getText()).isEqualTo("pods (2)");
        assertThat(opened).containsExactly("pods (2)");
    }

    @Test
    void anotherPlaceHasButtonsOfItsOwn() {
        crumbs.setAll(crumb("context", "demo"), crumb("kind", "pods (1)"));
        crumbs.setAll(crumb("context", "demo"), crumb("of", "Pod web"), crumb("kind", "containers (2)"));

        assertThat(bar.lookupAll(".crumb"))
                .extracting(node -> ((Button) node).getText())
                .containsExactlyInAnyOrder("demo", "Pod web", "containers (2)");
    }

    private Button part(String id) {
        return (Button) bar.lookup("#crumb-" + id);
    }

    private Crumb crumb(String id, String text) {
        return new Crumb(id, Text.of("shell.plain", text), () -> opened.add(text));
    }
}
