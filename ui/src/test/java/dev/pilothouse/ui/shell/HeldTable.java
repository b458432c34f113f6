package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableListener;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of names in the namespace `shop` that answers when the test says so.
final class HeldTable implements TableSource {
    private static final Column<String> NAME = Column.text("name");
    private static final RowSchema SCHEMA = new RowSchema(List.of(NAME));

    private @Nullable TableListener listener;
    private TableQuery query = TableQuery.everything();

    /// It has these rows now.
    void show(SyncState state, String... names) {
        show(state, Map.of(), names.length, names);
    }

    /// It has these rows now, as the filter of the moment leaves them.
    ///
    /// @param states of the namespaces, where each is read by a request of its own
    /// @param total how many rows there are before the filter
    void show(SyncState state, Map<String, SyncState> states, int total, String... names) {
        if (listener == null) throw new IllegalStateException("the table is not open");
        List<Row> rows = Stream.of(names)
                .map(name -> new RowBuilder(SCHEMA)
                        .identity("uid-" + name, "shop", name)
                        .set(NAME, name)
                        .build())
                .toList();
        listener.result(new TableResult(SCHEMA, rows, total, query, null, state, states, Set.of(), 1, 1, 0));
    }

    @Override
    public TableFeed open(TableQuery first, TableListener hearing) {
        query = first;
        listener = hearing;
        return new TableFeed() {
            @Override
            public void query(TableQuery next) {
                query = next;
            }

            @Override
            public void showing(boolean visible) {}

            @Override
            public void refresh() {}

            @Override
            public void close() {}
        };
    }
}
