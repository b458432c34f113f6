/// Whether the benchmarks still run, and what they count.
@NullMarked
package dev.pilothouse.micro;

import org.jspecify.annotations.NullMarked;
