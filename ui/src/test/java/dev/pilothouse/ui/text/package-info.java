/// Tests of the words on screen.
@NullMarked
package dev.pilothouse.ui.text;

import org.jspecify.annotations.NullMarked;
