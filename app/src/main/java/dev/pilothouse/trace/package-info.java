/// Milestones as JSON lines, so that speed and behaviour can be measured from outside the program.
@NullMarked
package dev.pilothouse.trace;

import org.jspecify.annotations.NullMarked;
