/// The bench: fills an API server, drives the program with real keys, and reads from its trace and from the system how
/// quick it is and what it costs. `testing/bench/run` starts it; docs/performance.md tells how to read what it prints.
@NullMarked
package dev.pilothouse.testing.bench;

import org.jspecify.annotations.NullMarked;
