package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// The usual skin of a table view, but for one thing: a row that shows another object is not styled anew.
///
/// The usual flow styles the whole of each row that has to be laid out, which every row has whose object changed: with
/// forty rows of a dozen cells that is half of what a batch costs the UI thread. What looks different with another
/// object (a colour of a state, the selection, a glow) is styled where it changes.
final class RowsSkin extends TableViewSkin<Row> {

    RowsSkin(TableView<Row> table) {
        super(table);
    }

    @Override
    protected VirtualFlow<TableRow<Row>> createVirtualFlow() {
        return new RowsFlow();
    }

    private static final class RowsFlow extends VirtualFlow<TableRow<Row>> {

        @Override
        protected void setCellIndex(TableRow<Row> row, int index) {
            if (row instanceof RowNode known && known.isStyled()) row.updateIndex(index);
            else super.setCellIndex(row, index);
        }
    }
}
