/// What can be done, by which keys and which words: one registry of commands, the key map, the command line, the
/// palette.
@NullMarked
package dev.pilothouse.command;

import org.jspecify.annotations.NullMarked;
