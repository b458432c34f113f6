package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/// The narrow place at the left where the square of a marked row is.
final class GutterCell extends TableCell<Row, Row> {
    static final double WIDTH = 14;
    private static final double SQUARE = 6;

    private final Region square = new Region();

    GutterCell() {
        getStyleClass().add("gutter-cell");
        square.getStyleClass().add("mark-square");
        square.setManaged(false);
        getChildren().add(square);
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
        square.setVisible(marked);
    }

    @Override
    protected void layoutChildren() {
        show(getTableRow() instanceof RowNode row && row.isMarked()); // a new cell of a row that was marked before
        square.resizeRelocate(
                snapPositionX((getWidth() - SQUARE) / 2 + 1),
                snapPositionY((getHeight() - SQUARE) / 2),
                SQUARE,
                SQUARE);
    }
}
