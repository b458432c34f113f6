/// The models of the shell, without a toolkit.
@NullMarked
package dev.pilothouse.ui.shell;

import org.jspecify.annotations.NullMarked;
