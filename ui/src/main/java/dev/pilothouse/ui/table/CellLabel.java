package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Health;
import dev.pilothouse.ui.theme.HealthMark;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of text in a cell: a value, a dimmed unit, matches of the filter behind it, and where there is not enough
/// room an ellipsis.
///
/// A `Label` can do none of these four. It is no node of its own: it puts its one or two into the cell, for styling
/// costs by the node, and a table has hundreds of cells.
final class CellLabel {
    private static final double UNIT_GAP = 2;

    private final ObservableList<Node> children;
    private final boolean right;
    private final Ellipsis ellipsis;
    private final Text value = text("cell-value");
    private @Nullable Text unit;
    private @Nullable Path matches;
    private String full = "";
    private String unitText = "";
    private List<Filter.Span> spans = List.of();
    private Health.@Nullable State worn;
    private boolean visible = true;
    private double fittedTo = -1;
    private double fullWidth = -1;

    /// @param children the cell's own, to which the nodes are added
    /// @param right whether the text ends at the right
    /// @param ellipsis how it is shortened
    CellLabel(ObservableList<Node> children, boolean right, Ellipsis ellipsis) {
        this.children = children;
        this.right = right;
        this.ellipsis = ellipsis;
        value.getStyleClass().add("state-text");
        children.add(value);
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setTextOrigin(VPos.CENTER);
        text.setManaged(false);
        return text;
    }

    /// Says `text`, with these parts of it highlighted; tells whether anything changed.
    boolean say(CellText text, List<Filter.Span> matched) {
        if (full.equals(text.text()) && unitText.equals(text.unit()) && spans.equals(matched)) return false;
        if (!full.equals(text.text())) fullWidth = -1;
        full = text.text();
        spans = matched;
        value.setText(full);
        if (!unitText.equals(text.unit())) sayUnit(text.unit());
        fittedTo = -1;
        return true;
    }

    private void sayUnit(String text) {
        unitText = text;
        if (unit == null) {
            unit = text("cell-unit");
            unit.setVisible(visible);
            children.add(unit);
        }
        unit.setText(text);
    }

    /// Wears the colour of a health state, or of plain text.
    void wear(Health.@Nullable State state) {
        if (state == worn) return;
        worn = state;
        HealthMark.mark(value, state);
        value.applyCss(); // now: see RowsSkin
    }

    void setVisible(boolean shown) {
        if (shown == visible) return;
        visible = shown;
        value.setVisible(shown);
        if (unit != null) unit.setVisible(shown);
        if (matches != null) matches.setVisible(shown);
    }

    boolean isVisible() {
        return visible;
    }

    /// Whether not all of the text is on screen.
    boolean shortened() {
        return !value.getText().equals(full);
    }

    /// All of the text.
    String full() {
        return full;
    }

    /// How wide all of it is, in pixels.
    double contentWidth() {
        return fullWidth() + unitWidth();
    }

    private double fullWidth() {
        if (fullWidth < 0) fullWidth = width(full);
        return fullWidth;
    }

    private double width(String text) {
        return Ruler.of(value.getFont()).width(text);
    }

    private double unitWidth() {
        return unit == null || unitText.isEmpty() ? 0 : Ruler.of(unit.getFont()).width(unitText) + UNIT_GAP;
    }

    /// Lays the text out between `x` and `x + width`, its middle at `middle`.
    void layout(double x, double width, double middle) {
        if (fittedTo != width) fit(width);
        double valueWidth = shortened() ? width(value.getText()) : fullWidth();
        double start = right ? x + Math.max(0, Math.rint(width - valueWidth - unitWidth())) : x;
        value.setLayoutX(start);
        value.setLayoutY(Math.rint(middle));
        if (unit != null) {
            unit.setLayoutX(start + valueWidth + UNIT_GAP);
            unit.setLayoutY(Math.rint(middle));
        }
        if (matches != null) {
            matches.setLayoutX(value.getLayoutX());
            matches.setLayoutY(value.getLayoutY());
        }
    }

    private void fit(double width) {
        double room = width - unitWidth();
        boolean fits = fullWidth() <= room + 0.5;
        fittedTo = width;
        if (fits) value.setText(full);
        else shorten(room);
        drawMatches();
    }

    private void shorten(double room) {
        int least = 0;
        int most = full.length() - 1;
        while (least < most) {
            int kept = (least + most + 1) / 2;
            if (width(ellipsis.shorten(full, kept)) <= room) least = kept;
            else most = kept - 1;
        }
        value.setText(ellipsis.shorten(full, least));
    }

    private void drawMatches() {
        if (spans.isEmpty() && matches == null) return;
        if (matches == null) {
            matches = new Path();
            matches.getStyleClass().add("cell-match");
            matches.setManaged(false);
            children.addFirst(matches);
        }
        List<PathElement> shapes = new ArrayList<>();
        int shown = value.getText().length();
        for (Filter.Span span : spans) {
            Filter.Span at = shortened() ? ellipsis.shift(span, full, shown) : span;
            if (at.start() < at.end() && at.end() <= shown) {
                shapes.addAll(List.of(value.rangeShape(at.start(), at.end())));
            }
        }
        matches.getElements().setAll(shapes);
    }
}
