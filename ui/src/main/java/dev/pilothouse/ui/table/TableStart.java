package dev.pilothouse.ui.table;

import dev.pilothouse.live.TableQuery;
import org.jspecify.annotations.Nullable;

/// How a view opens: as it was left, or plain.
///
/// @param layout columns as the user left them
/// @param sort the order, or null for the kind's own
/// @param filter the text of the filter, empty for none
/// @param faultsOnly whether only rows that are not well are shown
/// @param selected the uid of the row to select as soon as it comes, or null for the first
public record TableStart(
        TableLayout layout,
        TableQuery.@Nullable Sort sort,
        String filter,
        boolean faultsOnly,
        @Nullable String selected) {

    /// All rows in the kind's own order.
    public static TableStart plain() {
        return new TableStart(TableLayout.untouched(), null, "", false, null);
    }

    /// All rows, in the order of a column.
    public static TableStart sortedBy(String column) {
        return new TableStart(TableLayout.untouched(), new TableQuery.Sort(column, false), "", false, null);
    }

    /// The same with this layout.
    public TableStart with(TableLayout newLayout) {
        return new TableStart(newLayout, sort, filter, faultsOnly, selected);
    }

    /// The same with this filter.
    public TableStart withFilter(String newFilter) {
        return new TableStart(layout, sort, newFilter, faultsOnly, selected);
    }
}
