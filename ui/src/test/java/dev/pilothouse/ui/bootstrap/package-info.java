/// The whole window on the demo cluster, with real keys.
@NullMarked
package dev.pilothouse.ui.bootstrap;

import org.jspecify.annotations.NullMarked;
