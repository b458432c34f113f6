package dev.pilothouse.ui.shell;

import dev.pilothouse.text.Text;

/// One key that works here.
///
/// @param command the command's id
/// @param key the key as people read it: `Ctrl+K`
/// @param title what it does, in a word or two
/// @param run does it
record Hint(String command, String key, Text title, Runnable run) {}
