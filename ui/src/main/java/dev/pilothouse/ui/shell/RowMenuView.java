package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The menu of a row: every command on objects, with its key.
final class RowMenuView {
    private static final List<String> FIRST = List.of("table.open", "table.owner");
    private static final List<String> VIEW = List.of("table.filter", "table.faults", "table.wide", "refresh");

    private final CommandList commands;
    private final Words words;

    RowMenuView(CommandList commands, Words words) {
        this.commands = commands;
        this.words = words;
    }

    /// Opens the menu at this place on the screen.
    void show(Node owner, double screenX, double screenY) {
        ContextMenu menu = new ContextMenu();
        menu.setId("row-menu");
        List<MenuItem> items = new ArrayList<>();
        FIRST.forEach(id -> items.add(item(commands.get(id))));
        items.add(new SeparatorMenuItem());
        commands.usable().stream()
                .filter(c -> c.group() == CommandSpec.Group.OBJECT)
                .forEach(c -> items.add(item(c)));
        items.add(new SeparatorMenuItem());
        VIEW.forEach(id -> items.add(item(commands.get(id))));
        menu.getItems().setAll(items);
        menu.show(owner, screenX, screenY);
    }

    /// The keys are drawn, not registered as accelerators: they are the dispatcher's.
    private MenuItem item(CommandSpec command) {
        Label title = new Label(words.say(command.title()));
        Label key = new Label(commands.key(command));
        key.getStyleClass().add("menu-key");
        Region space = new Region();
        space.setMinWidth(24);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(title, space, key);
        line.setPrefWidth(260); // a menu does not stretch its items: the keys need one common right edge
        CustomMenuItem item = new CustomMenuItem(line);
        item.setId("menu-" + command.id());
        item.setOnAction(event -> commands.run(command));
        return item;
    }
}
