/// Panels that lie over the window: dialogs, sheets, the palette.
@NullMarked
package dev.pilothouse.ui.dialog;

import org.jspecify.annotations.NullMarked;
