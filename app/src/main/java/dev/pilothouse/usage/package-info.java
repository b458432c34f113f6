/// CPU and memory in use, from the cluster's metrics API: polled while somebody looks, laid over the rows of
/// tables.
@NullMarked
package dev.pilothouse.usage;

import org.jspecify.annotations.NullMarked;
