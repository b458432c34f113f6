package dev.pilothouse.ui.shell;

import dev.pilothouse.text.Text;

/// One part of the breadcrumbs.
///
/// @param id which part it is, for tests and the style sheet: `context`, `namespaces`, `kind`, `filter`, `marks`
/// @param text what it says
/// @param open what a click on it does
record Crumb(String id, Text text, Runnable open) {}
