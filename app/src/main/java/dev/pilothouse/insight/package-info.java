/// What an object is, belongs to and contains: descriptions, YAML, drill-down.
@NullMarked
package dev.pilothouse.insight;

import org.jspecify.annotations.NullMarked;
