/// Words for people.
@NullMarked
package dev.pilothouse.text;

import org.jspecify.annotations.NullMarked;
