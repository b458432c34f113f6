package dev.pilothouse.ui.table;

import dev.pilothouse.live.Filter;
import dev.pilothouse.text.Text;
import org.jspecify.annotations.Nullable;

/// Understands what is typed after `/`.
@FunctionalInterface
public interface FilterReader {

    /// Reads `text`; an empty text is the filter that lets every row pass.
    Reading read(String text);

    /// What was understood.
    ///
    /// @param filter the filter, or null where the text could not be understood
    /// @param error what was not understood, or null
    record Reading(@Nullable Filter filter, @Nullable Text error) {

        /// Understood.
        public static Reading of(Filter filter) {
            return new Reading(filter, null);
        }

        /// Not understood, and why.
        public static Reading wrong(Text error) {
            return new Reading(null, error);
        }
    }
}
