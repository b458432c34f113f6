package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableListener;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table of named rows that answers queries at once: filters by name, sorts by name or restarts.
final class FakeSource implements TableSource {
    static final Column<String> NAMESPACE = Column.text("namespace");
    static final Column<String> NAME = Column.text("name");
    static final Column<String> STATUS = Column.status("status");
    static final Column<Long> RESTARTS = Column.count("restarts");
    static final Column<Instant> AGE = Column.age("age");
    static final Column<String> QOS = Column.text("qos").onlyWide();
    static final RowSchema SCHEMA = new RowSchema(List.of(NAMESPACE, NAME, STATUS, RESTARTS, QOS, AGE));

    final List<Row> rows = new ArrayList<>();
    RowSchema schema = SCHEMA;
    SyncState state = new SyncState.Live(Instant.EPOCH);
    boolean showing = true;
    int opened;
    int closed;
    int refreshed;
    private @Nullable TableListener listener;
    private TableQuery query = TableQuery.everything();

    static Row row(String name, String status, long restarts) {
        Health health = status.equals("Running") ? Health.good() : Health.failed("health.pod.failed");
        return new RowBuilder(SCHEMA)
                .identity("uid-" + name, "shop", name)
                .health(health)
                .set(NAMESPACE, "shop")
                .set(NAME, name)
                .set(STATUS, status)
                .set(RESTARTS, restarts)
                .set(AGE, Instant.EPOCH)
                .build();
    }

    /// Holds a running row of each name, and tells the view.
    FakeSource show(String... names) {
        rows.clear();
        Arrays.stream(names).map(name -> row(name, "Running", 0)).forEach(rows::add);
        push();
        return this;
    }

    void state(SyncState now) {
        state = now;
        push();
    }

    void push() {
        TableListener hearing = listener;
        if (hearing == null) return;
        List<Row> shown = new ArrayList<>(rows);
        shown.removeIf(row -> !query.filter().test(row, schema)
                || (query.faultsOnly() && !row.health().isFault()));
        TableQuery.Sort sort = query.sort();
        if (sort != null) {
            int index = schema.find(sort.column());
            shown.sort((a, b) -> String.valueOf(a.cell(index)).compareTo(String.valueOf(b.cell(index)))
                    * (sort.descending() ? -1 : 1));
        }
        hearing.result(new TableResult(
                schema, List.copyOf(shown), rows.size(), query, query.sort(), state, Map.of(), Set.of(), 1, 1, 0));
    }

    /// Filters by a part of the name; a bracket is a mistake.
    static FilterReader.Reading read(String text) {
        if (text.contains("[")) return FilterReader.Reading.wrong(dev.pilothouse.text.Text.of("test.wrong", text));
        return FilterReader.Reading.of(new NamePart(text));
    }

    @Override
    public TableFeed open(TableQuery first, TableListener hearing) {
        opened++;
        query = first;
        listener = hearing;
        push();
        return new TableFeed() {
            @Override
            public void query(TableQuery next) {
                query = next;
                push();
            }

            @Override
            public void showing(boolean visible) {
                showing = visible;
            }

            @Override
            public void refresh() {
                refreshed++;
                push();
            }

            @Override
            public void close() {
                closed++;
                listener = null;
            }
        };
    }

    record NamePart(String part) implements Filter {
        @Override
        public boolean test(Row row, RowSchema schema) {
            return row.name().contains(part);
        }

        @Override
        public List<Span> matches(String column, String text) {
            int start = text.indexOf(part);
            return start < 0 ? List.of() : List.of(new Span(start, start + part.length()));
        }
    }
}
