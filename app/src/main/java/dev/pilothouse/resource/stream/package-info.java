/// How bytes become rows: a cursor in field names over both encodings, and the projector of a kind that listens to
/// it.
@NullMarked
package dev.pilothouse.resource.stream;

import org.jspecify.annotations.NullMarked;
