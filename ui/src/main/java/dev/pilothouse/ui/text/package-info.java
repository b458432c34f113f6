/// Words on screen: texts said in the language of the moment, and anew when it changes.
@NullMarked
package dev.pilothouse.ui.text;

import org.jspecify.annotations.NullMarked;
