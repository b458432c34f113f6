/// Tests of the gateway to the JavaFX thread.
@NullMarked
package dev.pilothouse.ui.fx;

import org.jspecify.annotations.NullMarked;
