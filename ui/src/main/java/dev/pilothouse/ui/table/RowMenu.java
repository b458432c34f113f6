package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;

/// Opens the menu of a row.
@FunctionalInterface
public interface RowMenu {

    /// Opens the menu of `row`, which is selected, at this place on the screen.
    void open(Row row, double screenX, double screenY);
}
