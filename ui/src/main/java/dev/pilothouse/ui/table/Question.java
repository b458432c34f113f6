package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What the user asks for: which rows, in which order; and which column the next sort key means.
final class Question {
    final ReadOnlyStringWrapper filterText = new ReadOnlyStringWrapper("");
    final ReadOnlyObjectWrapper<@Nullable Text> filterError = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<TableQuery.@Nullable Sort> sort = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<TableQuery.@Nullable Sort> order = new ReadOnlyObjectWrapper<>();
    final ReadOnlyStringWrapper pickedColumn = new ReadOnlyStringWrapper("");
    final BooleanProperty faultsOnly = new SimpleBooleanProperty();

    private final FilterReader filters;
    private Filter filter = Filter.none();

    Question(FilterReader filters) {
        this.filters = filters;
    }

    void start(TableStart how) {
        pickedColumn.set("");
        ask(how.sort());
        filter = Filter.none();
        read(how.filter());
        faultsOnly.set(how.faultsOnly());
    }

    /// The query that answers it.
    TableQuery query() {
        return new TableQuery(filter, faultsOnly.get(), sort.get());
    }

    /// Reads a filter, and says whether it was understood; where not, the last good one stays.
    boolean read(String text) {
        FilterReader.Reading reading = text.isEmpty() ? FilterReader.Reading.of(Filter.none()) : filters.read(text);
        filterError.set(reading.error());
        if (reading.filter() == null) return false;
        filter = reading.filter();
        filterText.set(text);
        return true;
    }

    /// Asks for an order, null for the kind's own.
    void ask(TableQuery.@Nullable Sort asked) {
        sort.set(asked);
        order.set(asked);
    }

    /// Hears how the rows stand. The filter was understood, but may have gone wrong while rows were tested, such as an
    /// expression that takes too long.
    void answered(TableResult result, ColumnSet columns) {
        Text problem = result.query().filter().problem();
        if (problem != null) filterError.set(problem);
        TableQuery.Sort stands = result.sort() == null ? natural(result.schema(), columns) : result.sort();
        if (!Objects.equals(stands, order.get())) order.set(stands); // whoever listens lays all columns out anew
    }

    /// By namespace and name: by name alone where the namespace goes without saying. A namespace further right is not
    /// that of the object itself.
    private static TableQuery.@Nullable Sort natural(RowSchema schema, ColumnSet columns) {
        if (schema.find("name") < 0) return null;
        boolean several = schema.find("namespace") == 0 && !columns.implies("namespace");
        return new TableQuery.Sort(several ? "namespace" : "name", false);
    }

    /// The order when a column is asked for: turned where it sorts already.
    TableQuery.Sort next(String columnId, RowSchema schema) {
        TableQuery.Sort now = order.get();
        boolean again = now != null && now.column().equals(columnId);
        return new TableQuery.Sort(columnId, again ? !now.descending() : startsDescending(columnId, schema));
    }

    /// Usage and counts are asked for to see the greatest: they sort descending at first.
    private static boolean startsDescending(String columnId, RowSchema schema) {
        int index = schema.find(columnId);
        if (index < 0) return false;
        Column<?> column = schema.columns().get(index);
        return switch (column.type()) {
            case COUNT, CPU, MEMORY, PERCENT, CPU_BOUNDS, MEMORY_BOUNDS, COUNT_BOUNDS -> true;
            case TEXT, STATUS, RATIO, AGE, DURATION, LABELS, MESSAGE -> false;
        };
    }

    /// Picks the column so many places to the right of the picked one, or else of the sorted one, among these.
    void pick(int step, List<String> ids) {
        if (ids.isEmpty()) return;
        TableQuery.Sort now = sort.get();
        int from = ids.indexOf(pickedColumn.get());
        if (from < 0 && now != null) from = ids.indexOf(now.column());
        int first = step > 0 ? 0 : ids.size() - 1;
        pickedColumn.set(ids.get(from < 0 ? first : Math.floorMod(from + step, ids.size())));
    }
}
