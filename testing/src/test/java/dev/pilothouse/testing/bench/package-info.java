/// Tests of the bench: a wrong figure is worse than none.
@NullMarked
package dev.pilothouse.testing.bench;

import org.jspecify.annotations.NullMarked;
