/// One object as YAML, the way kubectl prints it, and the parts of that text that a view colours.
@NullMarked
package dev.pilothouse.insight.yaml;

import org.jspecify.annotations.NullMarked;
