package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// One row on screen: whether it is selected and marked, and the cells in it.
final class RowNode extends TableRow<Row> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final TableModel model;

    RowNode(TableModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        drawState();
    }

    /// As wide as the columns of the moment. The usual answer adds up the cells that the row had when it was last laid
    /// out, and the horizontal scroll bar would go by columns that are gone.
    @Override
    protected double computePrefWidth(double height) {
        return getTableView().getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum();
    }

    /// Draws selection and mark as they are now.
    void drawState() {
        Row row = getItem();
        Row selected = model.selection().rowProperty().get();
        boolean shown = row != null && !isEmpty();
        pseudoClassStateChanged(CURRENT, shown && selected != null && row.uid().equals(selected.uid()));
        pseudoClassStateChanged(MARKED, shown && model.selection().marks().contains(row.uid()));
    }

    /// Does something with each cell.
    void eachCell(Consumer<CellNode> action) {
        for (Node child : getChildrenUnmodifiable()) if (child instanceof CellNode cell) action.accept(cell);
    }
}
