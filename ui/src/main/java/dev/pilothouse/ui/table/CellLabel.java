package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Health;
import dev.pilothouse.ui.theme.HealthMark;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of text in a cell: a value, a dimmed unit, matches of the filter behind it, and where there is not enough
/// room an ellipsis in the middle, so that the end of a name can still be read.
///
/// A `Label` can do none of these four; this one node does all, and costs less.
final class CellLabel extends Region {
    private static final double UNIT_GAP = 2;

    private final Text value = new Text();
    private final Text unit = new Text();
    private final Path matches = new Path();
    private final boolean right;
    private String full = "";
    private List<Filter.Span> spans = List.of();
    private double fittedTo = -1;
    private double fullWidth = -1;

    CellLabel(boolean right) {
        this.right = right;
        value.getStyleClass().addAll("cell-value", "state-text");
        unit.getStyleClass().add("cell-unit");
        matches.getStyleClass().add("cell-match");
        for (Text text : List.of(value, unit)) text.setTextOrigin(VPos.CENTER);
        getChildren().addAll(matches, value, unit);
        getChildren().forEach(child -> child.setManaged(false));
    }

    /// Says `text`, with these parts of it highlighted.
    void say(CellText text, List<Filter.Span> matched) {
        if (full.equals(text.text()) && unit.getText().equals(text.unit()) && spans.equals(matched)) return;
        full = text.text();
        spans = matched;
        value.setText(full);
        unit.setText(text.unit());
        fittedTo = -1;
        fullWidth = -1;
        requestLayout();
    }

    /// Wears the colour of a health state, or of plain text.
    void wear(Health.@Nullable State state) {
        HealthMark.mark(value, state);
    }

    /// Whether not all of the text is on screen.
    boolean shortened() {
        return !value.getText().equals(full);
    }

    /// All of the text.
    String full() {
        return full;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (fittedTo != width) fit(width);
        double valueWidth = value.getLayoutBounds().getWidth();
        double x = right ? snapPositionX(Math.max(0, width - valueWidth - unitWidth())) : 0;
        double y = snapPositionY(getHeight() / 2);
        value.relocate(x, y - value.getLayoutBounds().getHeight() / 2);
        unit.relocate(x + valueWidth + UNIT_GAP, y - unit.getLayoutBounds().getHeight() / 2);
        matches.setLayoutX(value.getLayoutX());
        matches.setLayoutY(value.getLayoutY());
    }

    /// How wide all of it is, in pixels.
    double contentWidth() {
        return fullWidth() + unitWidth();
    }

    private double fullWidth() {
        if (fullWidth < 0) {
            value.setText(full);
            fullWidth = value.getLayoutBounds().getWidth();
            fittedTo = -1;
        }
        return fullWidth;
    }

    private double unitWidth() {
        return unit.getText().isEmpty() ? 0 : unit.getLayoutBounds().getWidth() + UNIT_GAP;
    }

    private void fit(double width) {
        double room = width - unitWidth();
        boolean fits = fullWidth() <= room + 0.5;
        fittedTo = width;
        if (fits) value.setText(full);
        else shorten(room);
        drawMatches();
    }

    /// Keeps a little more of the end than of the beginning: names of one workload differ at the end.
    private void shorten(double room) {
        int least = 0;
        int most = full.length() - 1;
        while (least < most) {
            int kept = (least + most + 1) / 2;
            value.setText(MiddleEllipsis.shorten(full, kept));
            if (value.getLayoutBounds().getWidth() <= room) least = kept;
            else most = kept - 1;
        }
        value.setText(MiddleEllipsis.shorten(full, least));
    }

    private void drawMatches() {
        if (spans.isEmpty() && matches.getElements().isEmpty()) return;
        List<PathElement> shapes = new ArrayList<>();
        int shown = value.getText().length();
        for (Filter.Span span : spans) {
            if (shortened()) span = MiddleEllipsis.shift(span, full, shown);
            if (span.start() < span.end()) shapes.addAll(List.of(value.rangeShape(span.start(), span.end())));
        }
        matches.getElements().setAll(shapes);
    }
}
