package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import javafx.scene.layout.Region;

/// The 2 px line under the header while rows are read, filled as far as they have been.
final class ProgressLine extends Region {
    static final double LINE = 2;

    private final Region line = new Region();
    private final Region bar = new Region();
    private double share;

    ProgressLine() {
        getStyleClass().add("table-progress");
        line.getStyleClass().add("progress-line");
        bar.getStyleClass().add("progress-bar-fill");
        getChildren().addAll(line, bar);
        getChildren().forEach(child -> child.setManaged(false));
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(SyncState state) {
        setVisible(state instanceof SyncState.Loading);
        if (!(state instanceof SyncState.Loading(int read, int total))) return;
        share = total > 0 ? Math.min(1, (double) read / total) : 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(0, 0, getWidth(), LINE);
        bar.resizeRelocate(0, 0, snapSizeX(getWidth() * share), LINE);
    }
}
