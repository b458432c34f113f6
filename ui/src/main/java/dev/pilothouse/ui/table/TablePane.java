package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.RowHeight;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/// Shows a `TableModel`. Takes the focus itself, never the table inside, so that every key is the window's to give.
public final class TablePane extends StackPane {
    private final TableView<Row> table = new TableView<>();
    private final ObjectProperty<RowHeight> rowHeight = new SimpleObjectProperty<>(RowHeight.NORMAL);
    private Consumer<Row> onActivate = row -> {};
    private RowMenu onContextMenu = (row, x, y) -> {};

    /// A pane that shows `model`.
    ///
    /// @param words what it says things in
    /// @param ticker what ages go by
    /// @param reducedMotion whether changed cells do not glow
    /// @param meter told before anything is painted
    public TablePane(
            TableModel model, Words words, Ticker ticker, ObservableBooleanValue reducedMotion, FrameMeter meter) {
        getStyleClass().add("table-pane");
        setFocusTraversable(true);
        table.setFocusTraversable(false);
        table.setSortPolicy(t -> true);
        table.setItems(model.rows());
        table.fixedCellSizeProperty().bind(rowHeight.map(RowHeight::pixels));
        table.setSelectionModel(null);
        table.setRowFactory(view -> {
            TableRow<Row> row = new TableRow<>();
            row.setOnMousePressed(press -> {
                if (row.isEmpty()) return;
                requestFocus();
                model.moveTo(row.getIndex());
                if (press.isSecondaryButtonDown())
                    onContextMenu.open(row.getItem(), press.getScreenX(), press.getScreenY());
                else if (press.getClickCount() == 2) onActivate.accept(row.getItem());
            });
            return row;
        });
        getChildren().add(table);
        model.schemaProperty().subscribe(schema -> {
            table.getColumns().clear();
            for (Column<?> column : model.columns()) {
                TableColumn<Row, Object> shown = new TableColumn<>(column.header());
                shown.setCellValueFactory(
                        row -> new ReadOnlyObjectWrapper<>(row.getValue().cell(schema.indexOf(column))));
                table.getColumns().add(shown);
            }
        });
    }

    /// How tall rows are.
    public ObjectProperty<RowHeight> rowHeightProperty() {
        return rowHeight;
    }

    /// Called when a row is double-clicked.
    public void onActivate(Consumer<Row> action) {
        onActivate = action;
    }

    /// Called when the menu of a row is asked for with the mouse.
    public void onContextMenu(RowMenu menu) {
        onContextMenu = menu;
    }

    /// Opens the menu of the selected row beside it, for the menu key.
    public void openContextMenu() {}
}
