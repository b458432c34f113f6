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

    private final TableModel model;
    private boolean current;
    private boolean marked;

    RowNode(TableModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        drawState();
    }

    /// Whether it needs no styling as a whole: it was on screen before.
    boolean isStyled() {
        return getSkin() != null && getScene() != null;
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
        boolean isCurrent = shown && selected != null && row.uid().equals(selected.uid());
        boolean isMarked = shown && model.selection().marks().contains(row.uid());
        if (isMarked != marked) drawMark(isMarked);
        if (isCurrent == current) return;
        current = isCurrent;
        pseudoClassStateChanged(CURRENT, current);
        applyCss(); // now: see RowsSkin
    }

    /// Marks are not a pseudo-class, for then each row that came to a marked object's place would be styled as a whole.
    private void drawMark(boolean now) {
        marked = now;
        for (Node child : getChildrenUnmodifiable()) if (child instanceof GutterCell gutter) gutter.show(now);
    }

    /// Whether its object is marked.
    boolean isMarked() {
        return marked;
    }

    /// Does something with each cell.
    void eachCell(Consumer<CellNode> action) {
        for (Node child : getChildrenUnmodifiable()) if (child instanceof CellNode cell) action.accept(cell);
    }
}
