/// The composition root: command line, start-up, and the one place that wires the window to the explorer.
@NullMarked
package dev.pilothouse.ui.bootstrap;

import org.jspecify.annotations.NullMarked;
