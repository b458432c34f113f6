package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the user made of a table's columns; kept in the settings, by view.
///
/// @param order ids of columns in the user's order; columns not named follow in the schema's order
/// @param hidden ids of columns that are not shown
/// @param widths widths in pixels of columns whose width the user set
public record TableLayout(List<String> order, Set<String> hidden, Map<String, Double> widths) {

    /// Copies the collections.
    public TableLayout {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
    }

    /// The user has not touched anything.
    public static TableLayout untouched() {
        return new TableLayout(List.of(), Set.of(), Map.of());
    }

    /// The columns of `schema` in the user's order, the hidden and in narrow mode the wide ones left out. The name is
    /// never left out: a table without it says nothing.
    public List<Column<?>> columns(RowSchema schema, boolean wide) {
        return ordered(schema).stream()
                .filter(column ->
                        column.id().equals("name") || (!hidden.contains(column.id()) && (wide || !column.wide())))
                .toList();
    }

    /// All columns of `schema` in the user's order.
    public List<Column<?>> ordered(RowSchema schema) {
        List<Column<?>> columns = new ArrayList<>(schema.columns());
        List<Column<?>> ordered = new ArrayList<>();
        for (String id : order) {
            int index = schema.find(id);
            if (index >= 0 && columns.remove(schema.columns().get(index)))
                ordered.add(schema.columns().get(index));
        }
        // A column that the order does not know, such as a new one, goes behind its neighbour in the schema.
        for (Column<?> left : columns) ordered.add(placeOf(left, schema, ordered), left);
        return ordered;
    }

    private static int placeOf(Column<?> column, RowSchema schema, List<Column<?>> ordered) {
        int index = schema.indexOf(column);
        return index == 0 ? 0 : ordered.indexOf(schema.columns().get(index - 1)) + 1;
    }

    /// With the columns in this order.
    public TableLayout withOrder(List<String> newOrder) {
        return new TableLayout(newOrder, hidden, widths);
    }

    /// With a column hidden or shown.
    public TableLayout withHidden(String column, boolean hide) {
        Set<String> changed = new HashSet<>(hidden);
        if (hide) changed.add(column);
        else changed.remove(column);
        return new TableLayout(order, changed, widths);
    }

    /// With a column of this width in pixels.
    public TableLayout withWidth(String column, double width) {
        Map<String, Double> changed = new HashMap<>(widths);
        changed.put(column, width);
        return new TableLayout(order, hidden, changed);
    }
}
