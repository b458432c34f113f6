/// JUnit extensions that give a test a real API server, a real node, or a proxy that misbehaves on purpose.
@NullMarked
package dev.pilothouse.testing;

import org.jspecify.annotations.NullMarked;
