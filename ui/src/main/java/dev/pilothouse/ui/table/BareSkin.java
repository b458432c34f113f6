package dev.pilothouse.ui.table;

import javafx.scene.control.SkinBase;
import javafx.scene.control.TableCell;

/// The skin of a cell that lays out its own few nodes. The usual skin would bring a label's machinery and a behaviour
/// of its own for mouse and keys, forty times fifteen times over.
final class BareSkin extends SkinBase<TableCell<?, ?>> {
    BareSkin(TableCell<?, ?> cell) {
        super(cell);
        consumeMouseEvents(false);
    }
}
