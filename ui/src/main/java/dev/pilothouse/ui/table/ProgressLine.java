package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The 2 px line under the header while rows are read, with how many of how many there are.
final class ProgressLine extends Region {
    private static final double LINE = 2;

    private final Region line = new Region();
    private final Region bar = new Region();
    private final Label count = new Label();
    private final Words words;
    private double share;

    ProgressLine(Words words) {
        this.words = words;
        getStyleClass().add("table-progress");
        line.getStyleClass().add("progress-line");
        bar.getStyleClass().add("progress-bar-fill");
        count.getStyleClass().add("progress-count");
        getChildren().addAll(line, bar, count);
        getChildren().forEach(child -> child.setManaged(false));
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(SyncState state) {
        setVisible(state instanceof SyncState.Loading);
        if (!(state instanceof SyncState.Loading(int read, int total))) return;
        share = total > 0 ? Math.min(1, (double) read / total) : 0;
        count.textProperty()
                .bind(
                        read == 0
                                ? words.bind("table.loading")
                                : total > 0
                                        ? words.bind("table.loading.of", read, total)
                                        : words.bind("table.loading.some", read));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(0, 0, getWidth(), LINE);
        bar.resizeRelocate(0, 0, snapSizeX(getWidth() * share), LINE);
        double width = snapSizeX(count.prefWidth(-1));
        count.resizeRelocate(snapPositionX(getWidth() - width - 12), LINE + 4, width, count.prefHeight(-1));
    }
}
