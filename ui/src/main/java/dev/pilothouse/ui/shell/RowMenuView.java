package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Visible;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The menu of a row: what it works on, and every command on objects with its key.
///
/// It works on the row that was clicked, and on the other marked rows only where that row is marked as well. It goes
/// when that row goes, for what was aimed at one row must not hit its neighbour.
final class RowMenuView {
    private static final List<String> FIRST = List.of("table.open", "table.owner");
    private static final Set<CommandScope> ANYWHERE = Set.of(CommandScope.GLOBAL, CommandScope.TABLE);
    private static final List<String> VIEW = List.of("table.filter", "table.faults", "table.wide", "refresh");
    private static final double WIDTH = 260;

    private final TableModel table;
    private final CommandList commands;
    private final Words words;

    RowMenuView(TableModel table, CommandList commands, Words words) {
        this.table = table;
        this.commands = commands;
        this.words = words;
    }

    /// Opens the menu of `row`, which is selected, at this place on the screen.
    void show(Row row, Node owner, double screenX, double screenY) {
        ContextMenu menu = new ContextMenu();
        menu.setId("row-menu");
        menu.setConsumeAutoHidingEvents(true); // the Esc or the click that closes it does nothing else
        List<MenuItem> items = new ArrayList<>();
        items.add(heading(row));
        items.add(new SeparatorMenuItem());
        FIRST.forEach(id -> items.add(item(row, commands.get(id))));
        commands.usable().stream()
                .filter(c -> c.group() == CommandSpec.Group.NAVIGATION && !ANYWHERE.contains(c.scope()))
                .forEach(c -> items.add(item(row, c)));
        items.add(new SeparatorMenuItem());
        commands.usable().stream()
                .filter(c -> c.group() == CommandSpec.Group.OBJECT)
                .forEach(c -> items.add(item(row, c)));
        items.add(new SeparatorMenuItem());
        VIEW.forEach(id -> items.add(item(row, commands.get(id))));
        menu.getItems().setAll(items);
        Subscription following = table.selection().rowProperty().subscribe(now -> {
            if (now == null || !now.uid().equals(row.uid())) menu.hide();
        });
        menu.setOnHidden(hidden -> following.unsubscribe());
        menu.show(owner, screenX, screenY);
    }

    private MenuItem heading(Row row) {
        boolean many = table.selection().marks().contains(row.uid())
                && table.selection().marks().size() > 1;
        Label name = new Label(
                many ? words.say("shell.crumb.marks", table.selection().marks().size()) : Visible.line(row.name()));
        name.getStyleClass().add("menu-heading");
        name.setMaxWidth(WIDTH);
        CustomMenuItem item = new CustomMenuItem(name, false);
        item.setId("menu-target");
        item.setDisable(true);
        return item;
    }

    /// The keys are drawn, not registered as accelerators: they are the dispatcher's.
    private MenuItem item(Row row, CommandSpec command) {
        Label title = new Label(words.say(command.title()));
        Label key = new Label(commands.key(command));
        key.getStyleClass().add("menu-key");
        Region space = new Region();
        space.setMinWidth(24);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(title, space, key);
        line.setPrefWidth(WIDTH); // a menu does not stretch its items: the keys need one common right edge
        CustomMenuItem item = new CustomMenuItem(line);
        item.setId("menu-" + command.id());
        item.setOnAction(event -> table.selection().on(row, () -> commands.run(command)));
        return item;
    }
}
