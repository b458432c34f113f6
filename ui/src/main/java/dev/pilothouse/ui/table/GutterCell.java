package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The narrow place at the left where the square of a marked row is.
final class GutterCell extends TableCell<Row, Row> {
    static final double WIDTH = 14;
    private static final double SQUARE = 6;

    private @Nullable Region square;

    GutterCell() {
        getStyleClass().add("gutter-cell");
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new BareSkin(this);
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    /// Shows the square, or takes it away.
    void show(boolean marked) {
        if (square == null && !marked) return;
        if (square == null) {
            square = new Region();
            square.getStyleClass().add("mark-square");
            square.setManaged(false);
            getChildren().add(square);
            requestLayout();
        }
        square.setVisible(marked);
    }

    @Override
    protected void layoutChildren() {
        show(getTableRow() instanceof RowNode row && row.isMarked()); // a new cell of a row that was marked before
        if (square == null) return;
        square.resizeRelocate(
                snapPositionX((getWidth() - SQUARE) / 2 + 1),
                snapPositionY((getHeight() - SQUARE) / 2),
                SQUARE,
                SQUARE);
    }
}
