package dev.pilothouse.live;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;

/// What is typed after `/`, understood.
public interface Filter {

    /// Whether `row` stays.
    boolean test(Row row, RowSchema schema);

    /// Which parts of a cell's text to highlight, in order, without overlap. Empty for filters that match no text.
    ///
    /// @param column the id of the cell's column
    /// @param text the text on screen
    List<Span> matches(String column, String text);

    /// Whether it lets every row pass.
    default boolean isEmpty() {
        return this instanceof NoFilter;
    }

    /// The filter that lets every row pass.
    static Filter none() {
        return NoFilter.INSTANCE;
    }

    /// A part of a text.
    ///
    /// @param start the first character
    /// @param end the character after the last
    record Span(int start, int end) {}
}
