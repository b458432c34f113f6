/// How everything looks: themes, colour tokens, health marks, row heights. No colour stands anywhere else.
@NullMarked
package dev.pilothouse.ui.theme;

import org.jspecify.annotations.NullMarked;
