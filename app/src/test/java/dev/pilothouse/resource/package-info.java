/// The language everybody speaks.
@NullMarked
package dev.pilothouse.resource;

import org.jspecify.annotations.NullMarked;
