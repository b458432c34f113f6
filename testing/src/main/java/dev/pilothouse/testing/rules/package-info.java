/// The rules of docs/architecture.md that a machine can check, for the tests of each module to apply to its own
/// code.
@NullMarked
package dev.pilothouse.testing.rules;

import org.jspecify.annotations.NullMarked;
