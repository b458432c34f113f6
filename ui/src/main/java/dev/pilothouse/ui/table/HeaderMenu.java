package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.ui.text.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.input.ContextMenuEvent;

/// The menu of the header: which columns are shown.
final class HeaderMenu {
    private final TableModel model;
    private final Words words;
    private final Supplier<List<String>> left;
    private final Runnable fit;
    private final ContextMenu menu = new ContextMenu();

    /// @param left ids of the columns for which there is no room
    /// @param fit makes the columns as wide as their content needs
    HeaderMenu(TableModel model, Words words, Supplier<List<String>> left, Runnable fit) {
        this.model = model;
        this.words = words;
        this.left = left;
        this.fit = fit;
        menu.setConsumeAutoHidingEvents(true); // the Esc or the click that closes it does nothing else
        menu.setId("header-menu");
    }

    void attachTo(TableView<Row> table) {
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked -> {
            if (!(asked.getTarget() instanceof Node target) || !inHeader(target)) return;
            fill();
            menu.show(table, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
    }

    private static boolean inHeader(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof TableHeaderRow) return true;
        return false;
    }

    private void fill() {
        TableLayout layout = model.layoutProperty().get();
        menu.getItems().clear();
        for (Column<?> column : layout.ordered(model.schemaProperty().get())) {
            if ((column.wide() && !model.wideProperty().get())
                    || model.columnSet().implies(column.id())) continue;
            boolean room = !left.get().contains(column.id());
            CheckMenuItem item =
                    new CheckMenuItem(room ? column.header() : words.say("table.columns.noRoom", column.header()));
            item.setMnemonicParsing(false);
            item.setSelected(!layout.hidden().contains(column.id()));
            item.setDisable(column.id().equals("name"));
            item.setOnAction(chosen -> model.layoutProperty().set(layout.withHidden(column.id(), !item.isSelected())));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item("table.columns.fit", fit));
        menu.getItems()
                .add(item("table.columns.reset", () -> model.layoutProperty().set(TableLayout.untouched())));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
