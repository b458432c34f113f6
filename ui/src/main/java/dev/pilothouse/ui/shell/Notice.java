package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A result that the user is told at the lower right.
///
/// @param id what it is about, for the trace: `csv.saved`
/// @param level how it went
/// @param summary what happened
/// @param remedy what to do, null where nothing needs doing
/// @param details what *Copy details* copies, empty where there is nothing more to know
/// @param at when it happened
public record Notice(
        String id, Level level, Text summary, @Nullable Text remedy, String details, Instant at) {

    /// How it went.
    public enum Level {
        /// As wished.
        DONE,
        /// Something to know.
        INFO,
        /// Not as wished; stays until read.
        FAILED
    }

    /// A failure of the cluster.
    static Notice of(Failure failure, Instant at) {
        String details = failure.name() + "\n" + failure.request() + "\n" + failure.detail();
        return new Notice(failure.name(), Level.FAILED, failure.summary(), failure.remedy(), details, at);
    }
}
