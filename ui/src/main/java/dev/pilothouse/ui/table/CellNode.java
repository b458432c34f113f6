package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.ui.theme.HealthMark;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One cell, drawn by its column's type. Its item is the whole row, for mark, colour and bar come from other cells.
final class CellNode extends TableCell<Row, Row> {
    private static final PseudoClass[] GLOWS = new PseudoClass[Glows.STEPS];
    private static final double MARK_WIDTH = 18;
    private static final double MARK = 10;
    private static final double TIP_WIDTH = 560;
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    /// What the mark of an old value takes up, with the space behind it.
    static final double CLOCK = 11;

    static {
        for (int i = 0; i < GLOWS.length; i++) GLOWS[i] = PseudoClass.getPseudoClass("glow-" + (i + 1));
    }

    private final CellContext context;
    private final Column<?> column;
    private final CellStyle style;
    private final int index;
    private final CellLabel label;
    private final @Nullable HealthMark mark;
    private @Nullable UsageBar bar;
    private @Nullable FontIcon clock;
    private boolean blank = true;
    private boolean outdated;
    private int glow;

    CellNode(CellContext context, Column<?> column, RowSchema schema) {
        this.context = context;
        this.column = column;
        this.style = CellStyle.of(column, schema);
        this.index = schema.indexOf(column);
        this.label = new CellLabel(getChildren(), style.right(), style.sentence() ? Ellipsis.END : Ellipsis.MIDDLE);
        this.mark = style.marked() ? new HealthMark() : null;
        getStyleClass().add(style.styleClass());
        label.setVisible(false);
        if (mark != null) getChildren().add(mark);
        setOnMouseEntered(entered -> explain());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new BareSkin(this);
    }

    /// As wide as its column, which is what the row adds up; what fits its content only when a double click between two
    /// headers asks for it, which the header says by a property of the cell.
    @Override
    protected double computePrefWidth(double height) {
        if (!getProperties().containsKey("deferToParentPrefWidth"))
            return getTableColumn().getWidth();
        Insets padding = getInsets();
        return padding.getLeft() + padding.getRight() + (mark == null ? 0 : MARK_WIDTH) + label.contentWidth() + 1;
    }

    /// Rows leave and enter cells many times in one pulse; what is already drawn stays until the pulse says that
    /// nothing came.
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        blank = empty || row == null || index >= row.width();
        if (!blank && row != null) draw(row);
        if (blank == label.isVisible()) requestLayout();
    }

    /// Draws again what depends on the time, the language or the filter.
    void redraw() {
        Row row = getItem();
        if (!blank && row != null) draw(row);
    }

    /// A second has passed: what says a time is drawn again, and what was measured may have become old.
    void tick() {
        if (style.ages()) redraw();
        else if (style.measured()) drawAge();
    }

    /// Draws usage as old where its row's own sample is, whatever the other rows' are.
    private void drawAge() {
        Row row = getItem();
        boolean old = !blank && row != null && row.cell(index) != null && context.outdated(row);
        if (old == outdated) return;
        outdated = old;
        pseudoClassStateChanged(OUTDATED, old);
        applyCss(); // now: see RowsSkin
        if (old && clock == null && style.usage()) {
            clock = new FontIcon(Feather.CLOCK);
            clock.getStyleClass().add("outdated-mark");
            clock.setManaged(false);
            clock.setMouseTransparent(true);
            getChildren().add(clock);
        }
        requestLayout();
    }

    /// Draws the glow of the moment, none where no row is any more.
    void drawGlow() {
        Row row = getItem();
        int level = blank || row == null ? 0 : context.glow(row.uid(), index);
        if (level == glow) return;
        glow = level;
        for (int i = 0; i < GLOWS.length; i++) pseudoClassStateChanged(GLOWS[i], i + 1 == level);
        applyCss(); // now: see RowsSkin
    }

    private void draw(Row row) {
        Object value = row.cell(index);
        CellText text = context.text(column, value);
        List<Filter.Span> matches = context.filter().matches(column.id(), text.toString());
        boolean other = label.say(text, matches);
        if (other) requestLayout();
        if (other || getText() == null) setText(text.toString());
        label.wear(style.state(row, value));
        if (mark != null) mark.show(row.health().state());
        if (style.usage()) drawBar(style.ofRequest(row), style.ofLimit(row));
        if (style.measured()) drawAge();
        drawGlow();
    }

    /// Nodes cost by the piece, and there may be no usage, or none yet: the bar is made with the first value.
    private void drawBar(@Nullable Integer ofRequest, @Nullable Integer ofLimit) {
        if (bar == null && ofRequest == null && ofLimit == null) return;
        if (bar == null) {
            bar = new UsageBar();
            getChildren().add(bar);
            requestLayout();
        }
        bar.show(ofRequest, ofLimit);
    }

    @Override
    protected void layoutChildren() {
        label.setVisible(!blank);
        if (mark != null) mark.setVisible(!blank);
        if (bar != null) bar.setVisible(!blank);
        if (clock != null) clock.setVisible(false);
        if (blank) {
            clear();
            return;
        }
        Insets padding = getInsets();
        double left = padding.getLeft();
        double width = getWidth() - left - padding.getRight();
        double height = getHeight();
        if (mark != null) {
            mark.resizeRelocate(left, snapPositionY((height - MARK) / 2), MARK, MARK);
            left += MARK_WIDTH;
            width -= MARK_WIDTH;
        }
        label.layout(left, Math.max(0, width), style.usage() ? height / 2 - 2 : height / 2);
        if (bar != null) {
            double bottom = Math.min(height - UsageBar.HEIGHT - 2, height / 2 + 7);
            bar.resizeRelocate(left, snapPositionY(bottom), width, UsageBar.HEIGHT);
        }
        if (clock != null && outdated) layout(clock, left, width, height / 2 - 2);
    }

    /// Nothing came: what reads the cell and not the screen, as a screen reader does, must find nothing either.
    private void clear() {
        setText(null);
        drawGlow();
    }

    /// The clock stands left of the number, where there is room: the number itself says more, and is grey anyway.
    private void layout(FontIcon sign, double left, double width, double middle) {
        sign.setVisible(label.contentWidth() + CLOCK <= width);
        sign.relocate(left, snapPositionY(middle - sign.getLayoutBounds().getHeight() / 2));
    }

    /// A tooltip where something is not said in full: a shortened text, why the object is not well, how old a value is.
    private void explain() {
        Row row = getItem();
        String reason = blank || row == null || !style.explained() ? "" : context.reason(row.health());
        String full = blank || !label.shortened() ? "" : label.full();
        String note = blank || row == null || row.cell(index) == null ? "" : context.note(column, row, getText());
        String text = Stream.of(full, reason, note).filter(t -> !t.isEmpty()).collect(Collectors.joining("\n"));
        setTooltip(text.isEmpty() ? null : tooltip(text));
    }

    private static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TIP_WIDTH);
        return tooltip;
    }

    /// The health state of the row on screen, for tests and assistive technology.
    Health.@Nullable State healthState() {
        Row row = getItem();
        return row == null ? null : row.health().state();
    }
}
