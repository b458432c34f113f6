package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How wide columns are: as their content needs, as the user says, or what is left.
///
/// One column leads: the message where there is one, otherwise the name. What is left over gives all columns some air,
/// and the leading one most. Where there is not enough, words that can bear it shrink first, for their ends still
/// tell them apart, states last of all; then columns are left out, those least asked for first, so that nobody has to
/// scroll sideways, and the pane says which. In wide mode nothing is left out, for then the user asked for everything.
///
/// @param columns the columns in their order
/// @param needed what content and header need, in pixels, by column id
/// @param headers what the header alone needs, with the sort arrow where there is one, in pixels, by column id
/// @param byUser what the user said, in pixels, by column id
/// @param complete whether no column may be left out
record ColumnWidths(
        List<Column<?>> columns,
        Map<String, Double> needed,
        Map<String, Double> headers,
        Map<String, Double> byUser,
        boolean complete) {

    private static final double NAME_GOOD = 260;
    private static final double NAME_TIGHT = 172;
    private static final double NAME_LEAST = 120;
    private static final double WORDS_GOOD = 120;
    private static final double WORDS_LEAST = 84;
    private static final double NAMESPACE_LEAST = 96;
    private static final double MESSAGE_GOOD = 380;

    /// Enough to tell whose event it is: a kind, and both ends of a name.
    private static final double SUBJECT_GOOD = 156;

    private static final double AIR = 28;
    private static final double GAP = 8;
    private static final double NAME_AIR = 120;

    /// Enough for `CrashLoopBackOff`; there are longer states, but few.
    private static final double STATE_GOOD = 132;

    /// Who stays longest when there is not enough room.
    private static final Set<String> KEPT = Set.of(
            "name",
            "namespace",
            "ready",
            "status",
            "restarts",
            "cpu",
            "mem",
            "age",
            "type",
            "reason",
            "message",
            "last-seen");

    /// Without these a row says nothing.
    private static final Set<String> INDISPENSABLE =
            Set.of("name", "status", "ready", "age", "message", "last-seen", "reason");

    /// What came of it.
    ///
    /// @param widths in pixels, by column id
    /// @param left ids of columns that are left out for lack of room
    /// @param afterNumber ids of columns of words that follow a number, and need some space between
    record Fit(Map<String, Double> widths, Set<String> left, Set<String> afterNumber) {}

    /// Fits the columns into `available` pixels.
    Fit fit(double available) {
        Map<String, Double> widths = new HashMap<>();
        for (Column<?> column : columns) widths.put(column.id(), wish(column));
        Set<String> left = new HashSet<>();
        int gaps = afterNumber(left).size();
        double missing =
                widths.values().stream().mapToDouble(Double::doubleValue).sum() + gaps * GAP - available;
        if (!complete) missing = makeRoom(widths, missing, left);
        if (missing < 0) stretch(widths, -missing, left);
        return new Fit(widths, left, spaced(widths, left, gaps));
    }

    /// Gives columns of words the space between them and the number before them.
    ///
    /// @param expected for how many of them there is room; what the others need, the leading column gives
    private Set<String> spaced(Map<String, Double> widths, Set<String> left, int expected) {
        Set<String> spaced = afterNumber(left);
        for (String id : spaced) widths.merge(id, GAP, Double::sum);
        double unforeseen = Math.max(0, spaced.size() - expected) * GAP;
        for (Column<?> column : columns) if (leads(column)) widths.merge(column.id(), -unforeseen, Double::sum);
        return spaced;
    }

    private Set<String> afterNumber(Set<String> left) {
        Set<String> found = new HashSet<>();
        boolean number = false;
        for (Column<?> column : columns) {
            if (left.contains(column.id())) continue;
            if (number && !CellStyle.right(column) && !byUser.containsKey(column.id())) found.add(column.id());
            number = CellStyle.right(column);
        }
        return found;
    }

    private double makeRoom(Map<String, Double> widths, double tooMuch, Set<String> left) {
        double missing = tooMuch;
        if (saysMessages()) {
            if (missing > 0) missing = leaveOutNames(widths, missing, left);
            missing = shrink(widths, missing, left, this::leads, MESSAGE_GOOD);
        }
        missing = shrink(widths, missing, left, this::isSubject, SUBJECT_GOOD);
        missing = shrink(widths, missing, left, this::isLong, WORDS_GOOD);
        missing = shrink(widths, missing, left, this::leads, NAME_GOOD);
        missing = shrink(widths, missing, left, ColumnWidths::isNamespace, WORDS_GOOD);
        missing = shrink(widths, missing, left, this::isLong, WORDS_LEAST);
        missing = shrink(widths, missing, left, ColumnWidths::isNamespace, NAMESPACE_LEAST);
        missing = shrink(widths, missing, left, this::leads, NAME_TIGHT);
        missing = shrink(widths, missing, left, ColumnWidths::isState, STATE_GOOD);
        missing = leaveOut(widths, missing, KEPT, left);
        missing = shrink(widths, missing, left, column -> !leads(column) && !isState(column), WORDS_LEAST);
        missing = leaveOut(widths, missing, INDISPENSABLE, left);
        missing = shrink(widths, missing, left, this::leads, NAME_LEAST);
        return shrink(widths, missing, left, ColumnWidths::isState, WORDS_LEAST);
    }

    /// What an event is called says nothing that its object and its message do not.
    private double leaveOutNames(Map<String, Double> widths, double missing, Set<String> left) {
        if (!widths.containsKey("name") || byUser.containsKey("name")) return missing;
        left.add("name");
        return missing - widths.getOrDefault("name", 0.0);
    }

    /// Leaves columns out, except those of `kept`, until nothing is missing.
    ///
    /// @return what is missing still
    private double leaveOut(Map<String, Double> widths, double missing, Set<String> kept, Set<String> left) {
        double still = missing;
        while (still > 0) {
            Column<?> victim = leastAskedFor(kept, left);
            if (victim == null) break;
            left.add(victim.id());
            still -= widths.getOrDefault(victim.id(), 0.0);
        }
        return still;
    }

    private double wish(Column<?> column) {
        Double said = byUser.get(column.id());
        return said != null ? said : needed.getOrDefault(column.id(), WORDS_LEAST);
    }

    /// Takes what is missing from columns of words, none of which becomes narrower than `least` or its header.
    ///
    /// @return what is missing still
    private double shrink(
            Map<String, Double> widths, double missing, Set<String> left, Predicate<Column<?>> which, double least) {
        double still = missing;
        for (Column<?> column : columns) {
            if (still <= 0) break;
            if (column.numeric() || !which.test(column)) continue;
            if (byUser.containsKey(column.id()) || left.contains(column.id())) continue;
            double width = widths.getOrDefault(column.id(), 0.0);
            double floor = Math.max(least, headers.getOrDefault(column.id(), 0.0));
            double shrunk = Math.max(Math.min(width, floor), width - still);
            widths.put(column.id(), shrunk);
            still -= width - shrunk;
        }
        return still;
    }

    /// Words that had to shrink get theirs back; then each column gets some air, and the leading one most. What is left
    /// then stays empty at the right: a number far from its name is hard to read. Messages alone take everything.
    private void stretch(Map<String, Double> widths, double room, Set<String> left) {
        double still = giveBack(widths, room, left, this::leads);
        still = giveBack(widths, still, left, column -> !leads(column));
        List<Column<?>> free = columns.stream()
                .filter(column -> !left.contains(column.id()) && !byUser.containsKey(column.id()))
                .toList();
        if (free.isEmpty()) return;
        if (!saysMessages()) {
            double air = Math.min(AIR, still / free.size());
            for (Column<?> column : free) widths.merge(column.id(), air, Double::sum);
            still = Math.min(NAME_AIR, still - air * free.size());
        }
        Column<?> taker = taker(free);
        if (taker != null) widths.merge(taker.id(), still, Double::sum);
    }

    private double giveBack(Map<String, Double> widths, double room, Set<String> left, Predicate<Column<?>> which) {
        double still = room;
        for (Column<?> column : columns) {
            if (!which.test(column) || left.contains(column.id())) continue;
            double back = Math.min(still, wish(column) - widths.getOrDefault(column.id(), 0.0));
            widths.merge(column.id(), back, Double::sum);
            still -= back;
        }
        return still;
    }

    /// The leading column, or without one the last column of words.
    private @Nullable Column<?> taker(List<Column<?>> free) {
        Column<?> taker = null;
        for (Column<?> column : free) {
            if (leads(column)) return column;
            if (!column.numeric()) taker = column;
        }
        return taker;
    }

    /// Shares in percent first, for the usage bars say the same, and of these the shares of requests; then addresses;
    /// then from the right.
    private @Nullable Column<?> leastAskedFor(Set<String> kept, Set<String> left) {
        Column<?> least = null;
        for (Column<?> column : columns) {
            if (left.contains(column.id()) || kept.contains(column.id()) || warns(column)) continue;
            if (least == null || rank(column) >= rank(least)) least = column;
        }
        return least;
    }

    private int rank(Column<?> column) {
        if (column.id().equals("ip") || (isNamespace(column) && saysMessages())) return 1;
        if (column.type() != Column.Type.PERCENT) return 0;
        return column.id().endsWith("/r") ? 3 : 2;
    }

    /// Whether it holds long words that can be done without. Short ones, such as addresses, save nothing.
    private boolean isLong(Column<?> column) {
        return !KEPT.contains(column.id()) && !isSubject(column) && needed.getOrDefault(column.id(), 0.0) > WORDS_GOOD;
    }

    /// Whether it says what a message is about.
    private boolean isSubject(Column<?> column) {
        return saysMessages() && column.id().equals("object");
    }

    private boolean saysMessages() {
        return columns.stream().anyMatch(column -> column.id().equals("message"));
    }

    /// Whether it tells warnings from what is normal.
    private boolean warns(Column<?> column) {
        return saysMessages() && column.id().equals("type");
    }

    private boolean leads(Column<?> column) {
        return column.id().equals(saysMessages() ? "message" : "name");
    }

    private static boolean isNamespace(Column<?> column) {
        return column.id().equals("namespace");
    }

    private static boolean isState(Column<?> column) {
        return column.type() == Column.Type.STATUS;
    }
}
