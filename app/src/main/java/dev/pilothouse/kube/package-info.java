/// The ground: the only place that knows HTTP and fabric8. It offers narrow interfaces in Kubernetes's words.
@NullMarked
package dev.pilothouse.kube;

import org.jspecify.annotations.NullMarked;
