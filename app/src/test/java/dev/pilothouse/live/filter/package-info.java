/// What is typed after `/`.
@NullMarked
package dev.pilothouse.live.filter;

import org.jspecify.annotations.NullMarked;
