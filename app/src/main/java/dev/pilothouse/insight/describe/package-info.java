/// One object described as kubectl describes it: every fact an operator asks for, in kubectl's words and order.
@NullMarked
package dev.pilothouse.insight.describe;

import org.jspecify.annotations.NullMarked;
