package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the mouse does to a row: click selects, Ctrl+click marks, Shift+click marks a range, double click opens, the
/// right button opens the menu.
record RowMouse(TableModel model, TablePane pane) {

    void attachTo(RowNode node) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> pressed(node, press));
        node.addEventFilter(MouseEvent.MOUSE_CLICKED, click -> clicked(node, click));
    }

    private void pressed(RowNode node, MouseEvent press) {
        pane.requestFocus();
        Row row = node.getItem();
        if (row == null || node.isEmpty()) return;
        int index = node.getIndex();
        if (press.getButton() == MouseButton.PRIMARY && press.isShiftDown()) {
            model.selection().markRangeTo(index);
        } else {
            model.selection().moveTo(index);
            if (press.getButton() == MouseButton.PRIMARY && press.isShortcutDown())
                model.selection().toggleMark();
        }
        if (press.isPopupTrigger()) menu(row, press);
    }

    private void clicked(RowNode node, MouseEvent click) {
        Row row = node.getItem();
        if (row == null || node.isEmpty()) return;
        boolean plain = !click.isShiftDown() && !click.isShortcutDown();
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && plain) pane.activate(row);
        if (click.isPopupTrigger()) menu(row, click);
    }

    private void menu(Row row, MouseEvent event) {
        pane.contextMenu(row, new Point2D(event.getScreenX(), event.getScreenY()));
    }
}
