package dev.pilothouse.command;

import dev.pilothouse.text.Text;

/// One command, as help, palette, menus and the key map know it. What it does is bound to its id by the window.
///
/// @param id such as `table.filter`; the key of its title is `command.title.` and the id
/// @param scope where it can be used
/// @param group under which heading it stands in help
public record CommandSpec(String id, CommandScope scope, Group group) {

    /// The headings of help.
    public enum Group {
        /// Commands, filters, help, back.
        GENERAL,
        /// Moving the selection.
        MOTION,
        /// Going to other views.
        NAVIGATION,
        /// Which rows and columns a table shows, and in which order.
        VIEW,
        /// What is done with the selected rows.
        OBJECT;

        /// The heading.
        public Text title() {
            return Text.of("command.group." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /// What it does, in a few words.
    public Text title() {
        return Text.of("command.title." + id);
    }
}
