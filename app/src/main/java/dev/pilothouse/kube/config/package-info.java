/// The kubeconfig files: found, read with limits, and merged as kubectl does.
@NullMarked
package dev.pilothouse.kube.config;

import org.jspecify.annotations.NullMarked;
