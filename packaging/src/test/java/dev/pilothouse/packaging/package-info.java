/// Tests of the program as people get it.
@NullMarked
package dev.pilothouse.packaging;

import org.jspecify.annotations.NullMarked;
