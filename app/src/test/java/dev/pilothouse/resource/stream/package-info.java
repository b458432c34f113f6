/// Feeds projectors without bytes.
@NullMarked
package dev.pilothouse.resource.stream;

import org.jspecify.annotations.NullMarked;
