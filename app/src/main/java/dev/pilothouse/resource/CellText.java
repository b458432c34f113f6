package dev.pilothouse.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a cell says on screen: what tables draw, filters match and files hold, so that all three agree.
///
/// @param text the value; empty where there is none
/// @param unit the unit behind it, drawn dimmed; empty where there is none
public record CellText(String text, String unit) {
    private static final CellText EMPTY = new CellText("", "");
    private static final long KI = 1024;
    private static final long MI = 1024 * KI;
    private static final long GI = 1024 * MI;

    /// The text of a cell.
    ///
    /// A cell whose value is not of its column's type says the value as it is: what a server sends must not break a
    /// table. Cells of type `MESSAGE` say their key, for only a window knows the language.
    ///
    /// @param type what the column holds
    /// @param value the cell, null for none
    /// @param now what ages are counted up to
    public static CellText of(Column.Type type, @Nullable Object value, Instant now) {
        if (value == null) return EMPTY;
        return switch (type) {
            case CPU -> value instanceof Number n ? cpu(n.longValue()) : plain(value);
            case MEMORY -> value instanceof Number n ? memory(n.longValue()) : plain(value);
            case TEXT, STATUS, COUNT, RATIO, PERCENT, LABELS, MESSAGE -> plain(value);
            case AGE -> value instanceof Instant t ? plain(Ages.of(Duration.between(t, now))) : plain(value);
            case DURATION -> value instanceof Span s ? plain(Ages.of(s.length(now))) : plain(value);
            case CPU_BOUNDS -> value instanceof Bounds b ? bounds(b, 1, "m") : plain(value);
            case MEMORY_BOUNDS -> value instanceof Bounds b ? bounds(b, MI, "Mi") : plain(value);
            case COUNT_BOUNDS -> value instanceof Bounds b ? bounds(b, 1, "") : plain(value);
        };
    }

    /// CPU: `250m`; from ten cores on in cores, `12.5`.
    public static CellText cpu(long millicores) {
        return millicores < 10_000 ? new CellText(Long.toString(millicores), "m") : plain(decimal(millicores / 1000.0));
    }

    /// Memory: `128Mi`; in kibibytes below one mebibyte, in gibibytes from ten on, `12.5Gi`.
    public static CellText memory(long bytes) {
        if (bytes >= 10 * GI) return new CellText(decimal((double) bytes / GI), "Gi");
        if (bytes >= MI || bytes == 0) return new CellText(Long.toString(bytes / MI), "Mi");
        return new CellText(Long.toString(bytes / KI), "Ki");
    }

    /// Text and unit in one: `128Mi`.
    @Override
    public String toString() {
        return unit.isEmpty() ? text : text + unit;
    }

    private static CellText plain(Object value) {
        return new CellText(value.toString(), "");
    }

    private static CellText bounds(Bounds bounds, long divisor, String unit) {
        boolean none = bounds.request() == Bounds.UNSET && bounds.limit() == Bounds.UNSET;
        return none ? EMPTY : new CellText(part(bounds.request(), divisor) + ":" + part(bounds.limit(), divisor), unit);
    }

    private static String part(long value, long divisor) {
        return value == Bounds.UNSET ? "–" : Long.toString(value / divisor);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
