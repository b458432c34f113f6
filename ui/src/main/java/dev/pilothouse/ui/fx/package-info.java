/// The gateway to the JavaFX application thread: the only package that calls `Platform.runLater`.
@NullMarked
package dev.pilothouse.ui.fx;

import org.jspecify.annotations.NullMarked;
