/// Tests of the trace.
@NullMarked
package dev.pilothouse.trace;

import org.jspecify.annotations.NullMarked;
