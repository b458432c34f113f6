package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands where rows would stand, or in a line above them: what is the matter, and what to do.
///
/// @param look how it looks
/// @param summary what is the matter
/// @param remedy what to do, null where nothing needs doing
/// @param details what *Copy details* copies, empty for nothing
/// @param steps what can be done from here
record Placard(Look look, Text summary, @Nullable Text remedy, String details, List<Step> steps) {

    Placard {
        steps = List.copyOf(steps);
    }

    /// How it looks: each has an icon of its own.
    enum Look {
        /// Something is on its way.
        WAITING,
        /// Rights are missing.
        DENIED,
        /// Something went wrong.
        FAILED
    }

    /// A button.
    ///
    /// @param id its name, for tests
    /// @param title what it says
    /// @param run what it does
    record Step(String id, Text title, Runnable run) {}

    /// A failure in the words of the ground.
    static Placard of(Look look, Failure failure, Step... steps) {
        String details = failure.name() + "\n" + failure.request() + "\n" + failure.detail();
        return new Placard(look, failure.summary(), failure.remedy(), details, List.of(steps));
    }

    /// A line about something that was refused.
    static Placard banner(Text summary, Failure cause) {
        String details = cause.name() + "\n" + cause.request() + "\n" + cause.detail();
        return new Placard(Look.DENIED, summary, null, details, List.of());
    }

    /// Plain words.
    static Placard of(Look look, Text summary, @Nullable Text remedy, Step... steps) {
        return new Placard(look, summary, remedy, "", List.of(steps));
    }
}
