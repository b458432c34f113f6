package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How wide columns are: as their content needs, as the user says, or what is left.
///
/// The name gets what is left. Where there is not enough, the name shrinks first, then other words, and then columns
/// are left out, those least asked for first, so that nobody has to scroll sideways; the pane says which. In wide mode
/// nothing is left out, for then the user asked for everything.
///
/// @param columns the columns in their order
/// @param needed what content and header need, in pixels, by column id
/// @param byUser what the user said, in pixels, by column id
/// @param available the room there is, in pixels
/// @param complete whether no column may be left out
record ColumnWidths(
        List<Column<?>> columns,
        Map<String, Double> needed,
        Map<String, Double> byUser,
        double available,
        boolean complete) {

    private static final double NAME_LEAST = 150;
    private static final double WORDS_LEAST = 72;

    /// Who stays longest when there is not enough room.
    private static final Set<String> KEPT = Set.of(
            "name", "namespace", "ready", "status", "restarts", "cpu", "mem", "age", "type", "reason", "message");

    /// What came of it.
    ///
    /// @param widths in pixels, by column id
    /// @param left ids of columns that are left out for lack of room
    record Fit(Map<String, Double> widths, Set<String> left) {}

    Fit fit() {
        Map<String, Double> widths = new HashMap<>();
        for (Column<?> column : columns) widths.put(column.id(), wish(column));
        Set<String> left = new HashSet<>();
        double missing = sum(widths) - available;
        missing = shrink(widths, missing, true);
        if (missing > 0) missing = shrink(widths, missing, false);
        while (missing > 0 && !complete) {
            Column<?> victim = leastAskedFor(left);
            if (victim == null) break;
            left.add(victim.id());
            missing -= widths.getOrDefault(victim.id(), 0.0);
        }
        if (missing < 0) stretch(widths, -missing, left);
        return new Fit(widths, left);
    }

    private double wish(Column<?> column) {
        Double said = byUser.get(column.id());
        return said != null ? said : needed.getOrDefault(column.id(), WORDS_LEAST);
    }

    private double shrink(Map<String, Double> widths, double missing, boolean name) {
        double still = missing;
        for (Column<?> column : columns) {
            if (still <= 0) break;
            if (column.numeric() || isName(column) != name || byUser.containsKey(column.id())) continue;
            double wish = wish(column);
            double least = Math.min(wish, name ? NAME_LEAST : WORDS_LEAST);
            double shrunk = Math.max(least, wish - still);
            widths.put(column.id(), shrunk);
            still -= wish - shrunk;
        }
        return still;
    }

    /// What is left goes to the name; words that had to shrink get theirs back first.
    private void stretch(Map<String, Double> widths, double room, Set<String> left) {
        double still = room;
        for (boolean name : new boolean[] {true, false}) {
            for (Column<?> column : columns) {
                if (isName(column) != name || left.contains(column.id())) continue;
                double back = Math.min(still, wish(column) - widths.getOrDefault(column.id(), 0.0));
                widths.merge(column.id(), back, Double::sum);
                still -= back;
            }
        }
        Column<?> taker = taker(left);
        if (taker != null && still > 0) widths.merge(taker.id(), still, Double::sum);
    }

    /// The name, or without one the last column of words, as long as the user has not said how wide it is.
    private @Nullable Column<?> taker(Set<String> left) {
        Column<?> taker = null;
        for (Column<?> column : columns) {
            if (left.contains(column.id()) || byUser.containsKey(column.id())) continue;
            if (isName(column)) return column;
            if (!column.numeric()) taker = column;
        }
        return taker;
    }

    /// Shares in percent first, for the usage bars say the same; then from the right.
    private @Nullable Column<?> leastAskedFor(Set<String> left) {
        Column<?> last = null;
        Column<?> lastShare = null;
        for (Column<?> column : columns) {
            if (left.contains(column.id()) || KEPT.contains(column.id())) continue;
            last = column;
            if (column.type() == Column.Type.PERCENT) lastShare = column;
        }
        return lastShare != null ? lastShare : last;
    }

    private static boolean isName(Column<?> column) {
        return column.id().equals("name");
    }

    private static double sum(Map<String, Double> widths) {
        return widths.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
