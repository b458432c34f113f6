/// Tests of the inspector.
@NullMarked
package dev.pilothouse.ui.inspector;

import org.jspecify.annotations.NullMarked;
