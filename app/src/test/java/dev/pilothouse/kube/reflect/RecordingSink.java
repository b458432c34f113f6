package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Does with a reflection what a table does with it, and remembers how it came about.
final class RecordingSink implements RowSink {
    private final Map<String, Row> shown = new LinkedHashMap<>();
    private final Map<String, Row> listed = new LinkedHashMap<>();
    private final List<SyncState> states = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private @Nullable Thread speaker;
    private @Nullable RowSchema schema;
    private boolean complete;

    @Override
    public synchronized void schema(RowSchema columns) {
        heard("schema");
        schema = columns;
    }

    @Override
    public synchronized void listing() {
        heard("listing");
        listed.clear();
    }

    @Override
    public synchronized void firstPage(List<Row> rows) {
        heard("firstPage " + rows.size());
        rows.forEach(row -> shown.put(row.uid(), row));
    }

    @Override
    public synchronized void rows(List<Row> rows) {
        heard("rows " + rows.size());
        rows.forEach(row -> listed.put(row.uid(), row));
        if (!complete) shown.putAll(listed);
    }

    @Override
    public synchronized void listed() {
        heard("listed");
        complete = true;
        shown.clear();
        shown.putAll(listed);
        listed.clear();
    }

    @Override
    public synchronized void changed(Row row) {
        heard("changed " + row.name());
        shown.put(row.uid(), row);
    }

    @Override
    public synchronized void deleted(Row row) {
        heard("deleted " + row.name());
        shown.remove(row.uid());
    }

    @Override
    public synchronized void state(SyncState state, long bytes) {
        heard(state.name());
        states.add(state);
    }

    private void heard(String call) {
        if (speaker == null) speaker = Thread.currentThread();
        if (!speaker.equals(Thread.currentThread())) throw new AssertionError("a second thread speaks: " + call);
        calls.add(call);
    }

    /// The names on screen, sorted.
    synchronized List<String> names() {
        return new ArrayList<>(
                new TreeSet<>(shown.values().stream().map(Row::name).toList()));
    }

    /// The row of this name on screen, or null.
    synchronized @Nullable Row row(String name) {
        return shown.values().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The cell of a row on screen, as text.
    synchronized String cell(String name, String column) {
        Row row = row(name);
        int index = schema == null ? -1 : schema.find(column);
        return row == null || index < 0 ? "" : String.valueOf(row.cell(index));
    }

    synchronized int size() {
        return shown.size();
    }

    synchronized List<String> columns() {
        return schema == null
                ? List.of()
                : schema.columns().stream().map(column -> column.id()).toList();
    }

    /// The last state.
    @Nullable SyncState state() {
        return states.isEmpty() ? null : states.getLast();
    }

    List<SyncState> states() {
        return states;
    }

    boolean isLive() {
        return state() instanceof SyncState.Live;
    }

    /// How often it was called so.
    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    List<String> calls() {
        return calls;
    }
}
