package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.text.Text;
import dev.pilothouse.usage.Sample;
import dev.pilothouse.usage.UsageState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the columns of usage say about their values: what they are, how old, or why there are none.
public final class UsageNote {
    private static final Set<String> COLUMNS = Stream.of(
                    Columns.CPU,
                    Columns.MEMORY,
                    Columns.CPU_OF_REQUEST,
                    Columns.CPU_OF_LIMIT,
                    Columns.MEMORY_OF_REQUEST,
                    Columns.MEMORY_OF_LIMIT,
                    Columns.CPU_OF_ALLOCATABLE,
                    Columns.MEMORY_OF_ALLOCATABLE)
            .map(Column::id)
            .collect(Collectors.toSet());

    private UsageNote() {}

    /// Why a cluster does not tell its usage, and what helps.
    public static Text absent(Failure cause) {
        return cause instanceof Failure.NotFound
                ? Text.of("table.usage.none")
                : Text.of("table.usage.refused", cause.summary());
    }

    /// Whether a column holds usage.
    static boolean on(Column<?> column) {
        return COLUMNS.contains(column.id());
    }

    /// What a cell of usage has to say of its own sample: which value it is, how old and over which time it was
    /// measured, and why no newer one may have come.
    ///
    /// @param value what the cell says
    static List<Text> of(Column<?> column, String value, Measured measured, UsageState state, Instant now) {
        List<Text> notes = new ArrayList<>();
        notes.add(measurement(column, value, measured, Ages.of(measured.age(now))));
        if (state instanceof UsageState.Stale(Instant _, var cause))
            notes.add(Text.of("table.usage.unanswered", cause.summary()));
        else if (Sample.isOld(measured, now)) notes.add(Text.of("table.usage.old"));
        return notes;
    }

    private static Text measurement(Column<?> column, String value, Measured measured, String age) {
        if (column.id().contains(Columns.MEMORY.id()))
            return Text.of("table.usage.memory", column.header(), value, age);
        return measured.windowMillis() == 0
                ? Text.of("table.usage.cpu", column.header(), value, age)
                : Text.of("table.usage.cpu.window", column.header(), value, age, Ages.of(measured.window()));
    }

    /// What to say of all values in this state; null where nothing is known yet.
    static @Nullable Text of(UsageState state, Instant now) {
        return switch (state) {
            case UsageState.Unasked() -> null;
            case UsageState.Absent(var cause) -> absent(cause);
            case UsageState.Available(Instant newest, Duration window) ->
                Text.of("table.usage.fresh", Ages.of(window), age(newest, now));
            case UsageState.Stale(Instant newest, var cause) ->
                Text.of("table.usage.stale", age(newest, now), cause.summary());
        };
    }

    private static String age(Instant newest, Instant now) {
        Duration age = Duration.between(newest, now);
        return Ages.of(age.isNegative() ? Duration.ZERO : age);
    }
}
