/// Words for people: texts by key, said in the language of the moment.
@NullMarked
package dev.pilothouse.text;

import org.jspecify.annotations.NullMarked;
