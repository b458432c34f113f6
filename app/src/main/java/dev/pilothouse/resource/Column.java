package dev.pilothouse.resource;

import java.time.Instant;
import java.util.Comparator;

/// A column of a table: what it is called, what its cells hold, how they sort and how they are drawn.
///
/// The header is the id in upper case, as kubectl and K9s write it; headers are not translated, for they are
/// what operators type into filters (`/status=…`).
///
/// @param id lower case, words joined by hyphens, unique within a table: `up-to-date`, `%cpu/r`
/// @param type what a cell holds, which decides alignment and drawing
/// @param wide whether it shows only in wide mode (`Ctrl+W`)
/// @param order how its values sort, null cells always last
/// @param <T> the Java type of a cell
public record Column<T>(String id, Type type, boolean wide, Comparator<? super T> order) {

    /// What a cell holds.
    public enum Type {
        /// A name or a word: `String`.
        TEXT,
        /// A state in words, drawn in the colour of the row's health: `String`.
        STATUS,
        /// A whole number: `Long`.
        COUNT,
        /// So many of so many: `Ratio`.
        RATIO,
        /// CPU in millicores: `Long`.
        CPU,
        /// Memory in bytes: `Long`.
        MEMORY,
        /// A share in percent: `Integer`.
        PERCENT,
        /// CPU requested and allowed, in millicores: `Bounds`.
        CPU_BOUNDS,
        /// Memory requested and allowed, in bytes: `Bounds`.
        MEMORY_BOUNDS,
        /// A count requested and allowed, such as GPUs: `Bounds`.
        COUNT_BOUNDS,
        /// An instant, drawn as the time since then: `Instant`.
        AGE,
        /// A time span, perhaps still running: `Span`.
        DURATION,
        /// Labels: `Labels`.
        LABELS,
        /// A message key, said in the language of the moment: `String`.
        MESSAGE
    }

    /// Whether numbers stand in it, which are drawn right-aligned.
    public boolean numeric() {
        return switch (type) {
            case COUNT, RATIO, CPU, MEMORY, PERCENT, AGE, DURATION -> true;
            case CPU_BOUNDS, MEMORY_BOUNDS, COUNT_BOUNDS -> true;
            case TEXT, STATUS, LABELS, MESSAGE -> false;
        };
    }

    /// The header: the id in upper case.
    public String header() {
        return id.toUpperCase(java.util.Locale.ROOT);
    }

    /// The same column, shown only in wide mode.
    public Column<T> onlyWide() {
        return new Column<>(id, type, true, order);
    }

    /// A column of words, sorted without regard to case first, so that `a2` and `A10` stand together.
    public static Column<String> text(String id) {
        return new Column<>(id, Type.TEXT, false, NaturalOrder.INSTANCE);
    }

    /// A column of states.
    public static Column<String> status(String id) {
        return new Column<>(id, Type.STATUS, false, NaturalOrder.INSTANCE);
    }

    /// A column of whole numbers.
    public static Column<Long> count(String id) {
        return new Column<>(id, Type.COUNT, false, Comparator.naturalOrder());
    }

    /// A column of ratios.
    public static Column<Ratio> ratio(String id) {
        return new Column<>(id, Type.RATIO, false, Comparator.naturalOrder());
    }

    /// A column of CPU, in millicores.
    public static Column<Long> cpu(String id) {
        return new Column<>(id, Type.CPU, false, Comparator.naturalOrder());
    }

    /// A column of memory, in bytes.
    public static Column<Long> memory(String id) {
        return new Column<>(id, Type.MEMORY, false, Comparator.naturalOrder());
    }

    /// A column of shares, in percent.
    public static Column<Integer> percent(String id) {
        return new Column<>(id, Type.PERCENT, false, Comparator.naturalOrder());
    }

    /// A column of instants drawn as ages; ascending order shows the youngest first, as an age grows with time.
    public static Column<Instant> age(String id) {
        return new Column<>(id, Type.AGE, false, Comparator.reverseOrder());
    }

    /// A column of requests and limits of one kind.
    ///
    /// @param type one of the three `…_BOUNDS`
    public static Column<Bounds> bounds(String id, Type type) {
        return new Column<>(id, type, false, Comparator.naturalOrder());
    }

    /// A column of message keys.
    public static Column<String> message(String id) {
        return new Column<>(id, Type.MESSAGE, false, Comparator.naturalOrder());
    }

    /// A column of time spans; those still running come last.
    public static Column<Span> duration(String id) {
        return new Column<>(id, Type.DURATION, false, Comparator.naturalOrder());
    }

    /// A column of labels.
    public static Column<Labels> labels(String id) {
        return new Column<>(id, Type.LABELS, false, Comparator.naturalOrder());
    }
}
