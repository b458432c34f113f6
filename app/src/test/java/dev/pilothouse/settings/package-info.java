/// What is remembered between runs.
@NullMarked
package dev.pilothouse.settings;

import org.jspecify.annotations.NullMarked;
