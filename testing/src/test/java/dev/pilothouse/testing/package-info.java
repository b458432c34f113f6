/// Tests of the test tools themselves.
@NullMarked
package dev.pilothouse.testing;

import org.jspecify.annotations.NullMarked;
