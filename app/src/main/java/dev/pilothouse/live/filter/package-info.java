/// What is typed after `/`, parsed: words, regular expressions, labels, fuzzy names and conditions on columns.
@NullMarked
package dev.pilothouse.live.filter;

import org.jspecify.annotations.NullMarked;
