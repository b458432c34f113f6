package dev.pilothouse.ui.table;

import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.ui.fx.Latest;
import dev.pilothouse.ui.fx.UiExecutor;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The view's line to its source: one feed at a time, whose results reach the model on the UI thread, one for many
/// where it is slow, and none any more once the line is cut.
final class Connection {
    private final UiExecutor ui;
    private final Consumer<TableResult> receiver;
    private @Nullable TableFeed feed;
    private boolean showing = true;
    private int opened;

    /// @param receiver hears results on `ui`
    Connection(UiExecutor ui, Consumer<TableResult> receiver) {
        this.ui = ui;
        this.receiver = receiver;
    }

    void open(TableSource newSource, TableQuery query) {
        close();
        int mine = opened;
        Latest<TableResult> results = new Latest<>(ui, Connection::merge, result -> {
            if (mine == opened) receiver.accept(result);
        });
        TableFeed newFeed = newSource.open(query, results::offer);
        newFeed.showing(showing);
        feed = newFeed;
    }

    void close() {
        opened++;
        if (feed != null) feed.close();
        feed = null;
    }

    void query(TableQuery query) {
        if (feed != null) feed.query(query);
    }

    void refresh() {
        if (feed != null) feed.refresh();
    }

    /// Whether anybody sees the view; holds for later feeds as well.
    void showing(boolean visible) {
        showing = visible;
        if (feed != null) feed.showing(visible);
    }

    /// A newer result takes the place of one that still waits, and takes over what that had changed.
    private static TableResult merge(TableResult waiting, TableResult newer) {
        Set<String> changed = new HashSet<>(waiting.changed());
        changed.addAll(newer.changed());
        long oldest = waiting.oldestNanos() == 0 ? newer.oldestNanos() : waiting.oldestNanos();
        return new TableResult(
                newer.schema(),
                newer.rows(),
                newer.total(),
                newer.query(),
                newer.sort(),
                newer.state(),
                newer.namespaceStates(),
                changed,
                newer.bytes(),
                waiting.modelNanos() + newer.modelNanos(),
                oldest);
    }
}
