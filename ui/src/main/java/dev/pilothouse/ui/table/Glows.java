package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Which cells on screen have just changed, and how strongly they still glow: in four steps over 1.2 s.
///
/// It compares only rows that were and are on screen, so its cost does not grow with the table.
final class Glows {
    /// How many steps a glow has.
    static final int STEPS = 4;

    /// How long a step lasts.
    static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Map<String, Glow> glows = new HashMap<>();

    private record Glow(BitSet columns, long since) {}

    /// Compares the rows that were on screen with those that are.
    ///
    /// @param before rows by uid
    /// @return whether any cell glows now
    boolean compare(Map<String, Row> before, List<Row> after, RowSchema schema, long now) {
        for (Row row : after) {
            Row was = before.get(row.uid());
            if (was == null || was == row || was.width() != row.width()) continue;
            BitSet changed = changed(was, row, schema);
            if (!changed.isEmpty()) glows.put(row.uid(), new Glow(changed, now));
        }
        return !glows.isEmpty();
    }

    private static BitSet changed(Row was, Row is, RowSchema schema) {
        BitSet changed = new BitSet();
        for (int i = 0; i < is.width(); i++) {
            boolean aging = schema.columns().get(i).type() == Column.Type.AGE;
            if (!aging && !Objects.equals(was.cell(i), is.cell(i))) changed.set(i);
        }
        return changed;
    }

    /// How strongly a cell glows: from `STEPS` down to 0.
    int level(String uid, int column, long now) {
        Glow glow = glows.get(uid);
        if (glow == null || !glow.columns.get(column)) return 0;
        return Math.clamp(STEPS - (now - glow.since) / STEP_NANOS, 0, STEPS);
    }

    /// Forgets what no longer glows, and says whether anything still does.
    boolean fade(long now) {
        glows.values().removeIf(glow -> now - glow.since >= STEPS * STEP_NANOS);
        return !glows.isEmpty();
    }

    void clear() {
        glows.clear();
    }
}
