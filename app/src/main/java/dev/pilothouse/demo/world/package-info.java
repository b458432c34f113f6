/// The demo cluster's world: content read from YAML, what controllers make of it, and the life that moves it.
@NullMarked
package dev.pilothouse.demo.world;

import org.jspecify.annotations.NullMarked;
