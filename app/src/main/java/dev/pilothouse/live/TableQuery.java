package dev.pilothouse.live;

import org.jspecify.annotations.Nullable;

/// Which rows a view shows, and in which order.
///
/// @param filter what the rows must match
/// @param faultsOnly whether only rows that are not well are shown (`Ctrl+Z`)
/// @param sort the order, or null for the kind's own: events by when they were last seen, all others by namespace and
/// name
public record TableQuery(
        Filter filter, boolean faultsOnly, @Nullable Sort sort) {

    /// All rows in the kind's own order.
    public static TableQuery everything() {
        return new TableQuery(Filter.none(), false, null);
    }

    /// A sort order; rows that are equal in it stand by namespace and name.
    ///
    /// @param column the id of a column
    /// @param descending whether the greatest comes first; rows without a value come last either way
    public record Sort(String column, boolean descending) {}
}
