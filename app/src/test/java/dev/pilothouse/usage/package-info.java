/// Usage, with a metrics API that a test tells what to say.
@NullMarked
package dev.pilothouse.usage;

import org.jspecify.annotations.NullMarked;
