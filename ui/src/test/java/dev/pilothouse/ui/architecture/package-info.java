/// The rules of docs/architecture.md for the window, and those for words.
@NullMarked
package dev.pilothouse.ui.architecture;

import org.jspecify.annotations.NullMarked;
