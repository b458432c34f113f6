package dev.pilothouse.ui.table;

import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// What columns need, measured from a sample of their content and their header. It only grows, so that columns do not
/// jump about as rows change.
final class ContentWidths {
    /// No column is narrower, in pixels.
    static final double LEAST = 36;

    private static final double PADDING = 10;
    private static final double SORT_ARROW = 10;
    private static final double UNIT_GAP = 2;
    private static final double MARK = 18;
    private static final double MOST_WORDS = 240;
    private static final double MOST_NAME = 620;
    private static final double LEAST_USAGE = 50;

    /// As wide as spans of time get while one looks: a row that has just come must not outgrow its column.
    private static final String LONG_SPAN = "9m59s";

    private final Map<String, Double> needed = new HashMap<>();
    private final Map<String, Double> headers = new HashMap<>();
    private final Ruler plain = Ruler.of(Font.font(13));
    private final Ruler header = Ruler.of(Font.font(11));
    private final Ruler sortedHeader = Ruler.of(Font.font(null, FontWeight.BOLD, 11));

    void clear() {
        needed.clear();
        headers.clear();
    }

    /// In pixels, by column id, where the header of `sorted` has an arrow.
    Map<String, Double> needed(String sorted) {
        Map<String, Double> all = new HashMap<>(needed);
        headers(sorted).forEach((id, width) -> all.merge(id, width, Math::max));
        return all;
    }

    /// What headers alone need, in pixels, by column id, where the header of `sorted` has an arrow.
    Map<String, Double> headers(String sorted) {
        Map<String, Double> all = new HashMap<>(headers);
        all.computeIfPresent(sorted, (id, width) -> Math.max(width, boldWidth(id)) + SORT_ARROW);
        return all;
    }

    /// Looks at some rows, and says whether a column needs more than before.
    boolean look(List<Row> sample, List<Column<?>> columns, RowSchema schema, CellContext context) {
        boolean grown = false;
        for (Column<?> column : columns) {
            CellStyle style = CellStyle.of(column, schema);
            double least = headers.computeIfAbsent(column.id(), id -> headerWidth(column, style));
            grown |= grow(column, least);
            int index = schema.indexOf(column);
            for (Row row : sample) {
                CellText text = context.text(column, row.cell(index));
                double clock = style.usage() && context.outdated(row) ? CellNode.CLOCK : 0;
                grown |= grow(column, Math.min(most(column), contentWidth(text, style) + clock));
            }
        }
        return grown;
    }

    private boolean grow(Column<?> column, double width) {
        double ceiling = Math.ceil(width);
        if (ceiling <= needed.getOrDefault(column.id(), 0.0)) return false;
        needed.put(column.id(), ceiling);
        return true;
    }

    private static double most(Column<?> column) {
        return column.id().equals("name") || column.id().equals("message") ? MOST_NAME : MOST_WORDS;
    }

    private double headerWidth(Column<?> column, CellStyle style) {
        double least = style.usage() ? LEAST_USAGE : style.ages() ? plain.width(LONG_SPAN) + PADDING + 1 : LEAST;
        return Math.max(least, header.width(column.header()) + PADDING + 1);
    }

    private double boldWidth(String id) {
        return sortedHeader.width(id.toUpperCase(Locale.ROOT)) + PADDING;
    }

    private double contentWidth(CellText text, CellStyle style) {
        double unit = text.unit().isEmpty() ? 0 : UNIT_GAP + plain.width(text.unit());
        return plain.width(text.text()) + unit + PADDING + (style.marked() ? MARK : 0) + 1;
    }
}
