/// From key events to commands.
@NullMarked
package dev.pilothouse.ui.keys;

import org.jspecify.annotations.NullMarked;
