package dev.pilothouse.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user did to the columns of a kind.
///
/// @param order the ids of the columns in the user's order, empty for the kind's own
/// @param hidden the ids of columns that do not show
/// @param widths the widths that the user gave, in the toolkit's pixels, by id
/// @param sort the order of the rows, null for the kind's own
/// @param wide whether the columns for wide mode show
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableSettings(
        List<String> order,
        List<String> hidden,
        Map<String, Double> widths,
        @Nullable SortedBy sort,
        boolean wide) {

    /// By which column rows stand.
    ///
    /// @param column its id
    /// @param descending whether the greatest comes first
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SortedBy(String column, boolean descending) {
        /// Fills in what is missing.
        public SortedBy(@Nullable String column, boolean descending) {
            this.column = column == null ? "name" : column;
            this.descending = descending;
        }
    }

    /// Copies the collections and fills in what is missing.
    public TableSettings(
            @Nullable List<String> order,
            @Nullable List<String> hidden,
            @Nullable Map<String, Double> widths,
            @Nullable SortedBy sort,
            boolean wide) {
        this.order = order == null ? List.of() : List.copyOf(order);
        this.hidden = hidden == null ? List.of() : List.copyOf(hidden);
        this.widths = widths == null ? Map.of() : Map.copyOf(widths);
        this.sort = sort;
        this.wide = wide;
    }

    /// A table that nobody touched.
    public static TableSettings first() {
        return new TableSettings(null, null, null, null, false);
    }
}
