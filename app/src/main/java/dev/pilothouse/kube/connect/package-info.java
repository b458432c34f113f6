/// Puts the ground together: from a context of the kubeconfig to a connection to its cluster.
@NullMarked
package dev.pilothouse.kube.connect;

import org.jspecify.annotations.NullMarked;
