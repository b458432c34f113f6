/// Live tables: stores that follow the cluster, and queries that turn them into what a view shows, off the UI thread.
@NullMarked
package dev.pilothouse.live;

import org.jspecify.annotations.NullMarked;
