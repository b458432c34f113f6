/// The kinds that have columns of their own, with K9s's names, and how their objects become rows.
@NullMarked
package dev.pilothouse.resource.projector;

import org.jspecify.annotations.NullMarked;
