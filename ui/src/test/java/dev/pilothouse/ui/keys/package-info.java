/// From key events to chords.
@NullMarked
package dev.pilothouse.ui.keys;

import org.jspecify.annotations.NullMarked;
