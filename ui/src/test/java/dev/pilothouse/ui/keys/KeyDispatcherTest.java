package dev.pilothouse.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.command.KeyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KeyDispatcherTest {
    private final StackPane table = new StackPane();
    private final TextField field = new TextField();
    private final List<String> ran = new ArrayList<>();
    private @Nullable CommandScope scope = CommandScope.PODS;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage(); // controls cannot be made before
    }

    @Start
    void start(Stage stage) {
        table.setFocusTraversable(true);
        Scene scene = new Scene(new VBox(table, field), 300, 200);
        KeyMap keys = KeyMap.shipped(new CommandRegistry());
        new KeyDispatcher(() -> keys, () -> scope, this::run).install(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void focusTable(FxRobot robot) {
        robot.interact(table::requestFocus);
    }

    @Test
    void keysRunTheCommandsOfWhereTheKeyboardIs(FxRobot robot) {
        robot.type(KeyCode.J, KeyCode.ENTER)
                .write("0", 0)
                .push(KeyCode.CONTROL, KeyCode.Z)
                .write("/", 0);

        assertThat(ran).containsExactly("table.down", "table.open", "namespaces.all", "table.faults", "table.filter");
    }

    @Test
    void belowADialogNothingRuns(FxRobot robot) {
        scope = null;

        robot.type(KeyCode.J).write("/", 0);

        assertThat(ran).isEmpty();
    }

    @Test
    void keysTypedIntoATextFieldStayTextButThePaletteOpens(FxRobot robot) {
        robot.interact(field::requestFocus);

        robot.write("j/0", 0).push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.K);

        assertThat(field.getText()).isEqualTo("j/0");
        assertThat(ran).containsExactly("palette");
    }

    @Test
    void whatTheKeyOfACommandTypesDoesNotLandInTheFieldThatItOpens(FxRobot robot) {
        robot.write("/", 0).write("x", 0);

        assertThat(ran).containsExactly("table.filter");
        assertThat(field.getText()).isEqualTo("x");
    }

    @Test
    void anOpenMenuHasTheKeyboard(FxRobot robot) {
        ContextMenu menu = new ContextMenu(new MenuItem("Describe"));
        robot.interact(() -> menu.show(table, 10, 10));
        robot.type(KeyCode.J);
        assertThat(ran).isEmpty();

        robot.interact(menu::hide);
        robot.type(KeyCode.J);
        assertThat(ran).containsExactly("table.down");
    }

    private void run(CommandSpec command) {
        ran.add(command.id());
        if (command.id().equals("table.filter")) field.requestFocus();
    }
}
