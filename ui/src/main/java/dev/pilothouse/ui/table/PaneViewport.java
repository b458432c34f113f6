package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// The rows that a pane's table view has on screen.
final class PaneViewport implements Viewport {
    private final Node pane;
    private final Supplier<@Nullable TableView<Row>> shown;
    private final Runnable beforeSwap;
    private final Runnable afterSwap;

    /// @param pane what the table view is in
    /// @param shown the table view of the moment, null where there is none
    /// @param beforeSwap run before rows are swapped
    /// @param afterSwap run after rows were swapped
    PaneViewport(Node pane, Supplier<@Nullable TableView<Row>> shown, Runnable beforeSwap, Runnable afterSwap) {
        this.pane = pane;
        this.shown = shown;
        this.beforeSwap = beforeSwap;
        this.afterSwap = afterSwap;
    }

    @Override
    public int first() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    @Override
    public int capacity() {
        TableView<Row> table = shown.get();
        VirtualFlow<?> flow = flow();
        if (table == null || flow == null) return 1;
        return Math.max(1, (int) (flow.getHeight() / table.getFixedCellSize()));
    }

    @Override
    public void scrollTo(int first) {
        TableView<Row> table = shown.get();
        VirtualFlow<?> flow = flow();
        if (table == null || flow == null) return;
        int wanted = Math.clamp(first, 0, Math.max(0, table.getItems().size() - 1));
        if (wanted == first()) return;
        IndexedCell<?> cell = flow.getFirstVisibleCell();
        double hidden = cell == null || wanted == 0 ? 0 : -cell.getLayoutY();
        table.scrollTo(wanted);
        if (hidden > 0) flow.scrollPixels(hidden);
    }

    @Override
    public void reveal(int index) {
        TableView<Row> table = shown.get();
        VirtualFlow<?> flow = flow();
        if (table == null || flow == null) return;
        if (flow.getCellCount() != table.getItems().size()) {
            if (!isWhole(flow, index)) table.scrollTo(Math.max(0, index - capacity() / 2));
        } else {
            flow.scrollTo(index);
        }
    }

    /// Whether all of the row at `index` is on screen.
    private boolean isWhole(VirtualFlow<?> flow, int index) {
        IndexedCell<?> top = flow.getFirstVisibleCell();
        if (top == null) return false;
        int hidden = top.getLayoutY() < 0 ? 1 : 0;
        int from = top.getIndex() + hidden;
        return index >= from && index < from + capacity() - hidden;
    }

    @Override
    public void beforeSwap() {
        beforeSwap.run();
    }

    @Override
    public void afterSwap() {
        afterSwap.run();
    }

    @Override
    public void laidOut(LongConsumer action) {
        Scene scene = pane.getScene();
        if (scene == null) {
            action.accept(0);
            return;
        }
        long[] began = {System.nanoTime()};
        Runnable before = () -> began[0] = System.nanoTime();
        scene.addPreLayoutPulseListener(before);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                long took = System.nanoTime() - began[0];
                scene.removePreLayoutPulseListener(before);
                scene.removePostLayoutPulseListener(this);
                action.accept(took);
            }
        });
        Platform.requestNextPulse();
    }

    private @Nullable VirtualFlow<?> flow() {
        TableView<Row> table = shown.get();
        if (table == null) return null;
        for (Node child : table.getChildrenUnmodifiable()) if (child instanceof VirtualFlow<?> flow) return flow;
        return null;
    }
}
