package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Skin;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The table view of one view, with its columns and the rows on screen.
///
/// It can be put away and shown again: out of sight it stays in the window, with what is drawn on it, so that whoever
/// comes back to a view waits for nothing to be made and styled anew. It then holds the rows that it had on screen and
/// no others.
final class TableBody {
    private static final int SAMPLE = 200;

    /// How many rows more may be on screen than fit: one at the top, one at the bottom.
    private static final int SEEN_IN_PART = 2;

    private final RowList rows = new RowList();
    private final TableView<Row> table = new TableView<>() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new RowsSkin(this);
        }
    };
    private final Set<RowNode> rowNodes = new LinkedHashSet<>();
    private final TableColumns columns;

    /// @param rowHeight in pixels
    /// @param mouse what the mouse does to a row
    TableBody(
            TableModel model,
            CellContext context,
            MoreColumns more,
            ObservableValue<? extends Number> rowHeight,
            RowMouse mouse) {
        table.setFocusTraversable(false);
        table.setSelectionModel(null);
        table.setFocusModel(null);
        table.setItems(rows);
        table.setPlaceholder(new StackPane());
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.fixedCellSizeProperty().bind(rowHeight);
        table.setRowFactory(view -> {
            RowNode node = new RowNode(model);
            node.sceneProperty().subscribe(scene -> keep(node, scene != null));
            mouse.attachTo(node);
            return node;
        });
        columns = new TableColumns(model, table, context, more, () -> rowNodes.forEach(RowNode::requestLayout));
    }

    /// Rows that the table view has thrown away need no redrawing.
    private void keep(RowNode node, boolean shown) {
        if (shown) rowNodes.add(node);
        else rowNodes.remove(node);
    }

    /// What is in the window.
    TableView<Row> table() {
        return table;
    }

    TableColumns columns() {
        return columns;
    }

    /// Shows it, with these columns and no rows but those it was put away with: the next swap brings those of now.
    /// Columns laid out before there is room would be as wide as the toolkit likes.
    ///
    /// @param width how much room there is, in pixels
    /// @param height likewise
    void show(RowSchema schema, double width, double height) {
        boolean otherSize = table.getWidth() != width || table.getHeight() != height;
        table.resize(width, height);
        if (otherSize) table.layout(); // or what is scrolled to would go by the old size
        if (!columns.shows(schema)) rows.swap(List.of()); // rows of other columns must not meet these
        columns.show(schema);
        table.setManaged(true);
        table.setVisible(true);
        if (!table.getVisibleLeafColumns().isEmpty()) table.scrollToColumnIndex(0);
    }

    /// Takes it out of sight.
    ///
    /// @param first the index of the first row on screen
    /// @param count how many rows fit
    void putAway(int first, int count) {
        columns.putAway();
        rows.forgetBut(first, first + count + SEEN_IN_PART);
        table.setManaged(false);
        table.setVisible(false);
    }

    void swap(List<Row> newRows) {
        rows.swap(newRows);
    }

    /// The rows on screen.
    ///
    /// @param first the index of the first
    /// @param count how many fit
    List<Row> onScreen(int first, int count) {
        int from = Math.clamp(first, 0, rows.size());
        return List.copyOf(rows.snapshot().subList(from, Math.clamp(from + count + SEEN_IN_PART, from, rows.size())));
    }

    /// Some of all rows, evenly spaced, as many as anybody would look at to judge widths.
    List<Row> sample() {
        List<Row> all = rows.snapshot();
        int step = Math.max(1, (all.size() + SAMPLE - 1) / SAMPLE);
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    /// The row at this index, null where it is not on screen.
    @Nullable RowNode row(int index) {
        for (RowNode node : rowNodes)
            if (node.getIndex() == index && node.isVisible() && node.getItem() != null) return node;
        return null;
    }

    void eachRow(Consumer<RowNode> action) {
        rowNodes.forEach(action);
    }

    void eachCell(Consumer<CellNode> action) {
        for (RowNode node : rowNodes) if (node.isVisible() && !node.isEmpty()) node.eachCell(action);
    }
}
