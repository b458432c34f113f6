/// Rows of the kinds with columns of their own.
@NullMarked
package dev.pilothouse.resource.projector;

import org.jspecify.annotations.NullMarked;
