package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.UiExecutor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a table shows and does: rows that follow their source, and which of them, in which order and columns, the user
/// asked for. Knows no node; its threads are its executors', so tests run it inline.
///
/// Everything here belongs to the UI thread.
public final class TableModel {
    private static final RowSchema NO_COLUMNS = new RowSchema(List.of());

    private final TableTrace trace;
    private final Connection connection;
    private final Question question;
    private final RowList rows = new RowList();
    private final TableSelection selection;

    private final ReadOnlyStringWrapper viewName = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RowSchema> schema = new ReadOnlyObjectWrapper<>(NO_COLUMNS);
    private final ReadOnlyObjectWrapper<SyncState> state = new ReadOnlyObjectWrapper<>(new SyncState.Loading(0, 0));
    private final ReadOnlyObjectWrapper<Map<String, SyncState>> namespaceStates = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.none());
    private final ColumnSet columns = new ColumnSet();

    private TableQuery shown = TableQuery.everything();
    private Viewport viewport = Viewport.none();
    private boolean opening;

    /// A model that lives on `ui`, reads filters by `filters`, and writes its milestones to `trace`.
    public TableModel(UiExecutor ui, FilterReader filters, Trace trace) {
        this.trace = new TableTrace(trace);
        this.selection = new TableSelection(rows, this.trace);
        this.connection = new Connection(ui, this::show);
        this.question = new Question(filters);
        question.faultsOnly.subscribe((was, is) -> query());
    }

    /// What goes without saying in the view that opens next, and has no column there but in wide mode: the namespace
    /// where only one is on screen.
    public void imply(Set<String> columnIds) {
        columns.imply(columnIds);
    }

    /// Shows the rows of `newSource` instead of what it showed; marks and selection start anew.
    ///
    /// @param name what the view is called in traces and settings, such as `pods`
    /// @param how how it opens
    public void open(TableSource newSource, String name, TableStart how) {
        close();
        viewName.set(name);
        trace.opened(name);
        opening = true;
        columns.layout.set(how.layout());
        question.start(how);
        opening = false;
        selection.await(how.selected());
        connection.open(newSource, question.query());
    }

    /// Ends the view: no rows, no state, nothing read.
    public void close() {
        connection.close();
        selection.forget();
        schema.set(NO_COLUMNS);
        viewport.beforeSwap();
        rows.swap(List.of());
        viewport.afterSwap();
        total.set(0);
        namespaceStates.set(Map.of());
        state.set(new SyncState.Loading(0, 0));
        selection.announce();
    }

    /// Lists anew; rows stay until the new list is there.
    public void refresh() {
        connection.refresh();
    }

    /// Tries again what was denied or failed, at once, and keeps rows, selection and marks meanwhile.
    public void retry() {
        state.set(new SyncState.Loading(0, 0));
        connection.refresh();
    }

    /// Tells the source whether anybody sees the view; while nobody does, nothing is computed for it.
    public void showing(boolean visible) {
        connection.showing(visible);
    }

    private void show(TableResult result) {
        long began = System.nanoTime();
        viewport.beforeSwap();
        question.answered(result, columns); // before there is a table, which would lay its columns out for it
        if (!result.schema().columns().equals(schema.get().columns())) schema.set(result.schema());
        filter.set(result.query().filter());
        selection.swap(result, shown);
        shown = result.query();
        total.set(result.total());
        namespaceStates.set(result.namespaceStates());
        state.set(result.state());
        selection.announce();
        viewport.afterSwap();
        trace.swapped(result);
        trace.state(result.state());
        long took = System.nanoTime() - began;
        int view = trace.view();
        Viewport pane = viewport;
        pane.laidOut(layoutNanos -> trace.laidOut(result, view, began, took, layoutNanos, pane));
    }

    /// Filters by `text`. Where it cannot be understood, `filterError` says why and the last good filter stays.
    public void filter(String text) {
        long pressed = System.nanoTime();
        if (question.read(text)) {
            trace.filtering(question.query(), text, pressed);
            query();
        }
    }

    /// Sorts by a column; by the column it is sorted by already, in the other direction.
    public void sortBy(String columnId) {
        sort(question.next(columnId, schema.get()));
    }

    /// Sorts in this order, or in the kind's own where it is null.
    public void sort(TableQuery.@Nullable Sort order) {
        long pressed = System.nanoTime();
        question.ask(order);
        trace.sorting(question.query(), order == null ? "" : order.column(), pressed);
        query();
    }

    /// Picks the column so many places to the right of the picked one, or of the sorted one, left where negative.
    public void pickColumn(int step) {
        question.pick(step, columns.pickable(schema.get()));
    }

    /// Sorts by the picked column.
    public void sortByPicked() {
        if (!question.pickedColumn.get().isEmpty()) sortBy(question.pickedColumn.get());
    }

    private void query() {
        if (!opening) connection.query(question.query());
    }

    /// The columns on screen, in their order.
    public List<Column<?>> columns() {
        return columns.shown(schema.get());
    }

    /// The rows and columns of this moment as CSV (RFC 4180), with what goes without saying on screen alone. It is
    /// written out when it is asked for, on any thread, for tens of thousands of rows take a while.
    ///
    /// @param now what spans that still run are counted up to
    /// @param messages the language of cells that are messages
    public Supplier<String> csv(Instant now, Messages messages) {
        Csv csv = new Csv(schema.get(), columns.complete(schema.get()), now, messages);
        List<Row> those = rows.snapshot();
        return () -> csv.of(those);
    }

    /// Which row is selected and which are marked.
    public TableSelection selection() {
        return selection;
    }

    /// The rows in order; one change per batch.
    public ObservableList<Row> rows() {
        return rows;
    }

    /// What the view is called.
    public ReadOnlyStringProperty viewNameProperty() {
        return viewName.getReadOnlyProperty();
    }

    /// All columns that there are; empty until the source says.
    public ReadOnlyObjectProperty<RowSchema> schemaProperty() {
        return schema.getReadOnlyProperty();
    }

    /// How the rows relate to the cluster.
    public ReadOnlyObjectProperty<SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The state of each namespace, where several are read by a request each.
    public ReadOnlyObjectProperty<Map<String, SyncState>> namespaceStatesProperty() {
        return namespaceStates.getReadOnlyProperty();
    }

    /// How many rows there are before the filter.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The filter of the rows on screen.
    public ReadOnlyObjectProperty<Filter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// What was typed after `/`, as far as it was understood: the text of the filter in force.
    public ReadOnlyStringProperty filterTextProperty() {
        return question.filterText.getReadOnlyProperty();
    }

    /// Why what was typed is not a filter, or null.
    public ReadOnlyObjectProperty<@Nullable Text> filterErrorProperty() {
        return question.filterError.getReadOnlyProperty();
    }

    /// The order asked for, or null for the kind's own.
    public ReadOnlyObjectProperty<TableQuery.@Nullable Sort> sortProperty() {
        return question.sort.getReadOnlyProperty();
    }

    /// The order in which the rows stand: as asked for, or else the kind's own.
    public ReadOnlyObjectProperty<TableQuery.@Nullable Sort> orderProperty() {
        return question.order.getReadOnlyProperty();
    }

    /// The id of the picked column, empty for none.
    public ReadOnlyStringProperty pickedColumnProperty() {
        return question.pickedColumn.getReadOnlyProperty();
    }

    /// Whether wide columns are shown.
    public BooleanProperty wideProperty() {
        return columns.wide;
    }

    /// Whether only rows that are not well are shown.
    public BooleanProperty faultsOnlyProperty() {
        return question.faultsOnly;
    }

    /// What the user made of the columns.
    public ObjectProperty<TableLayout> layoutProperty() {
        return columns.layout;
    }

    /// How the view would open as it is now.
    public TableStart snapshot() {
        Row row = selection.rowProperty().get();
        return new TableStart(
                columns.layout.get(),
                question.sort.get(),
                question.filterText.get(),
                question.faultsOnly.get(),
                row == null ? null : row.uid());
    }

    /// The rows of this moment, unmodifiable, for the pane.
    List<Row> rowsNow() {
        return rows.snapshot();
    }

    /// Which columns are shown and why, for the pane.
    ColumnSet columnSet() {
        return columns;
    }

    void shownIn(Viewport pane) {
        viewport = pane;
        selection.shownIn(pane);
    }
}
