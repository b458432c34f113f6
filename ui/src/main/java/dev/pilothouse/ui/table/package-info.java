/// One table for every kind: its model, which knows no node, and its pane, which knows no cluster.
@NullMarked
package dev.pilothouse.ui.table;

import org.jspecify.annotations.NullMarked;
