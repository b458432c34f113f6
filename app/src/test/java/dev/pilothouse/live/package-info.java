/// Live tables, their queries and their filters, without a cluster.
@NullMarked
package dev.pilothouse.live;

import org.jspecify.annotations.NullMarked;
