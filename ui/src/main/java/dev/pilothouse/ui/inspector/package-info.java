/// The inspector: one object from several sides, beside the table it was chosen in.
@NullMarked
package dev.pilothouse.ui.inspector;

import org.jspecify.annotations.NullMarked;
