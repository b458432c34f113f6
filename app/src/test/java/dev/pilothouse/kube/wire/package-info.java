/// Bodies by hand and by Kubernetes's own classes, whole and broken.
@NullMarked
package dev.pilothouse.kube.wire;

import org.jspecify.annotations.NullMarked;
