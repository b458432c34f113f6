/// The rules of docs/architecture.md, for the floors below the window.
@NullMarked
package dev.pilothouse.architecture;

import org.jspecify.annotations.NullMarked;
