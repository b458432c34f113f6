package dev.pilothouse.ui.shell;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// A line of the last values, from nothing at the bottom to all at the top; the newest at the right.
final class Sparkline extends Region {
    private static final double WIDTH = 60;
    private static final double HEIGHT = 16;

    /// Fewer values than these do not fill the line, so that two do not look like a long slope.
    private static final int FEW = 12;

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    /// A line without values.
    Sparkline() {
        getStyleClass().add("sparkline");
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(area, line);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    /// Shows these values, each from 0 to 1, the oldest first. A single one is drawn level, for it has no course yet.
    void show(List<Double> values) {
        line.getPoints().clear();
        area.getPoints().clear();
        if (values.isEmpty()) return;
        double step = WIDTH / (Math.max(FEW, values.size()) - 1);
        double left = values.size() == 1 ? WIDTH - step : WIDTH - step * (values.size() - 1);
        if (values.size() == 1) add(left, values.getFirst());
        for (int i = 0; i < values.size(); i++) add(values.size() == 1 ? WIDTH : left + i * step, values.get(i));
        area.getPoints().addAll(line.getPoints());
        area.getPoints().addAll(WIDTH, HEIGHT, left, HEIGHT);
    }

    private void add(double x, double value) {
        line.getPoints().addAll(x, 1 + (HEIGHT - 2) * (1 - Math.clamp(value, 0, 1)));
    }
}
