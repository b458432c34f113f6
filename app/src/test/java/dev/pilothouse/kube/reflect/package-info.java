/// The reflector against a real API server, and against a scripted one for what a real one will not do on demand.
@NullMarked
package dev.pilothouse.kube.reflect;

import org.jspecify.annotations.NullMarked;
