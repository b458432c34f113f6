package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import dev.pilothouse.text.Visible;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands where rows would stand, or in a line above them: what is the matter, and what to do.
///
/// @param look how it looks
/// @param summary what is the matter
/// @param remedy what to do, null where nothing needs doing
/// @param quoted what was asked and answered, word for word, empty for nothing
/// @param details what *Copy details* copies, empty for nothing
/// @param steps what can be done from here
record Placard(Look look, Text summary, @Nullable Text remedy, String quoted, String details, List<Step> steps) {

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
        return new Placard(
                look, failure.summary(), failure.remedy(), quotation(failure), details(failure), List.of(steps));
    }

    /// A line about something that was refused.
    static Placard banner(Text summary, Failure cause) {
        return new Placard(Look.DENIED, summary, null, "", details(cause), List.of());
    }

    private static String details(Failure failure) {
        return failure.name() + "\n" + failure.request() + "\n" + quotation(failure);
    }

    /// What a server or a program said may hold anything.
    private static String quotation(Failure failure) {
        return Visible.of(failure.evidence());
    }

    /// Plain words.
    static Placard of(Look look, Text summary, @Nullable Text remedy, Step... steps) {
        return new Placard(look, summary, remedy, "", "", List.of(steps));
    }
}
