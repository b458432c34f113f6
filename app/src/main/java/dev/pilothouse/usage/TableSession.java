package dev.pilothouse.usage;

import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays the samples of some pollers over the rows of one table of pods or nodes.
final class TableSession implements RowOverlay.Session {
    private final List<UsagePoller> pollers;
    private final Runnable leave;
    private volatile @Nullable UsageCells cells;

    /// A session over these pollers.
    ///
    /// @param leave is run when the session is closed
    TableSession(List<UsagePoller> pollers, Runnable leave) {
        this.pollers = pollers;
        this.leave = leave;
    }

    @Override
    public Row apply(Row row, RowSchema schema) {
        String key = null; // which no row needs where there is no metrics API
        for (UsagePoller poller : pollers) {
            Map<String, Sample> samples = poller.samples();
            if (samples.isEmpty()) continue;
            if (key == null) key = row.toString();
            Sample sample = samples.get(key);
            if (sample != null) return cellsOf(schema).fill(row, sample.cpu(), sample.memory(), sample.measured());
        }
        return row;
    }

    private UsageCells cellsOf(RowSchema schema) {
        UsageCells known = cells;
        if (known == null || !known.fit(schema)) {
            known = new UsageCells(schema);
            cells = known;
        }
        return known;
    }

    @Override
    public boolean isReady() {
        return pollers.stream().allMatch(UsagePoller::isAnswered);
    }

    @Override
    public void close() {
        leave.run();
    }
}
