/// Which kinds a server has.
@NullMarked
package dev.pilothouse.kube.discovery;

import org.jspecify.annotations.NullMarked;
