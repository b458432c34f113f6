/// The built-in demo cluster: a small API server in this process, with a believable shop behind it.
@NullMarked
package dev.pilothouse.demo;

import org.jspecify.annotations.NullMarked;
