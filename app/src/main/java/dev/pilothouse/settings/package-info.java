/// What the program remembers between runs, in one file of the user's.
@NullMarked
package dev.pilothouse.settings;

import org.jspecify.annotations.NullMarked;
