/// Tests of what the whole ground says.
@NullMarked
package dev.pilothouse.kube;

import org.jspecify.annotations.NullMarked;
