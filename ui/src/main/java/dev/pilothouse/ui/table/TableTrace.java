package dev.pilothouse.ui.table;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.resource.Row;
import dev.pilothouse.trace.Trace;
import org.jspecify.annotations.Nullable;

/// Writes what happens to one view's table to the trace.
///
/// "Painted" is the pulse after the one that lays the rows out: it begins when the painter is done; `fxMs` is the swap
/// on the UI thread and the styling and
/// layout in that pulse; `lagMs` ends where the swap begins.
final class TableTrace {
    private final Trace trace;
    private String kind = "";
    private int view;
    private boolean first;
    private boolean live;
    private String state = "";
    private @Nullable Asked asked;

    /// A query that the user asked for and that waits for its rows.
    private record Asked(TableQuery query, String event, String name, String value, long nanos) {}

    TableTrace(Trace trace) {
        this.trace = trace;
    }

    void opened(String viewName) {
        kind = viewName;
        view++;
        first = true;
        live = true;
        state = "";
        asked = null;
    }

    /// Which view is open: what is painted after another was opened does not belong to that one.
    int view() {
        return view;
    }

    void filtering(TableQuery query, String text, long pressedNanos) {
        asked = new Asked(query, "filter.applied", "text", text, pressedNanos);
    }

    void sorting(TableQuery query, String column, long pressedNanos) {
        asked = new Asked(query, "sort.applied", "column", column, pressedNanos);
    }

    void selected(@Nullable Row row, int marked) {
        if (row != null) {
            trace.event("selection", "kind", kind, "name", row.name(), "namespace", row.namespace(), "marked", marked);
        }
    }

    /// Rows were swapped; answers a waiting query, whose time ends here.
    void swapped(TableResult result) {
        Asked answered = asked;
        if (answered == null || !answered.query.equals(result.query())) return;
        asked = null;
        double ms = millis(System.nanoTime() - answered.nanos);
        trace.event(
                answered.event,
                answered.name,
                answered.value,
                "rows",
                result.rows().size(),
                "ms",
                ms);
    }

    /// A batch has been laid out. The first one, and the one that completes the list, are told once they are painted.
    ///
    /// @param shown the view that it belongs to
    /// @param swapStart when the swap began
    /// @param swapNanos how long it took
    /// @param layoutNanos how long styling and layout took
    /// @param pane where it is painted
    void laidOut(TableResult result, int shown, long swapStart, long swapNanos, long layoutNanos, Viewport pane) {
        if (shown != view) return;
        if (isMilestone(result)) pane.laidOut(next -> painted(result, shown));
        batch(result, swapStart, swapNanos, layoutNanos);
    }

    private boolean isMilestone(TableResult result) {
        return (first && !result.rows().isEmpty()) || (live && result.state() instanceof SyncState.Live);
    }

    private void painted(TableResult result, int shown) {
        if (shown != view) return;
        int rows = result.rows().size();
        if (first && rows > 0) {
            first = false;
            trace.event("rows.first", "kind", kind, "rows", rows, "bytes", result.bytes());
        }
        if (live && result.state() instanceof SyncState.Live) {
            live = false;
            trace.event("rows.live", "kind", kind, "rows", rows, "bytes", result.bytes());
        }
    }

    private void batch(TableResult result, long swapStart, long swapNanos, long layoutNanos) {
        int rows = result.rows().size();
        long oldest = result.oldestNanos();
        trace.event(
                "rows.batch",
                "kind",
                kind,
                "rows",
                rows,
                "changed",
                result.changed().size(),
                "modelMs",
                millis(result.modelNanos()),
                "fxMs",
                millis(swapNanos + layoutNanos),
                "lagMs",
                oldest == 0 ? 0 : millis(swapStart - oldest));
    }

    /// The view's sync state; writes only what is new.
    void state(SyncState now) {
        Failure cause = Syncs.cause(now);
        String key = now.name() + (cause == null ? "" : " " + cause.name());
        if (key.equals(state)) return;
        state = key;
        trace.event("state", "kind", kind, "state", now.name(), "cause", cause == null ? "" : cause.name());
        if (cause != null) trace.event("failure", "kind", cause.name(), "request", cause.request());
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
