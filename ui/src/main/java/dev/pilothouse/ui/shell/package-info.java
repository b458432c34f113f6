/// The window around the table: what is shown, where one has been, what can be done, and the bars that say so.
///
/// Models hold JavaFX properties and know no node; views bind to them.
@NullMarked
package dev.pilothouse.ui.shell;

import org.jspecify.annotations.NullMarked;
