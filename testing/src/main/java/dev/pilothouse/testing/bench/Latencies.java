package dev.pilothouse.testing.bench;

import java.util.ArrayList;
import java.util.List;

/// From a change on the server to the batch that shows it.
///
/// A batch tells how many objects changed, not which. As long as no pod changes twice within a batch, the n-th change
/// sent is in the batch that brings the sum of them to n or more, give or take the few that overtake each other.
final class Latencies {
    private Latencies() {}

    /// Milliseconds, one of each change: from its being sent, so the server's own work is in it, to the end of the
    /// layout that puts it on screen.
    ///
    /// @param sent when each was sent, in milliseconds of this machine's clock, in order
    /// @param batches the program's `rows.batch` events since before the first one
    /// @param epoch when the program's JVM was started, by the same clock
    static List<Double> of(double[] sent, List<TraceEvent> batches, double epoch) {
        List<Double> all = new ArrayList<>();
        int early = 0;
        for (TraceEvent batch : batches) {
            int changed = (int) batch.number("changed");
            for (int i = 0; i < changed && all.size() < sent.length; i++) {
                double time = epoch + batch.t() - sent[all.size()];
                if (time < 0) early++;
                all.add(Math.max(0, time));
            }
        }
        if (all.size() < sent.length * 0.99)
            throw new BrokenMeasurement("of " + sent.length + " changes " + all.size() + " came on screen");
        if (early > sent.length * 0.05)
            throw new BrokenMeasurement("of " + sent.length + " changes " + early + " came before they were made");
        return all;
    }
}
