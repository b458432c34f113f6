/// The language everybody speaks: kinds, references, rows, columns, health. No I/O, no threads, no other package of
/// ours.
@NullMarked
package dev.pilothouse.resource;

import org.jspecify.annotations.NullMarked;
