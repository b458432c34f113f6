/// Commands, keys, and what is typed after `:`.
@NullMarked
package dev.pilothouse.command;

import org.jspecify.annotations.NullMarked;
