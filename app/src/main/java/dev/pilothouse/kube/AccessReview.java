package dev.pilothouse.kube;

import dev.pilothouse.resource.ResourceKind;

/// Asks the server what the user may do (SelfSubjectAccessReview).
public interface AccessReview {

    /// Whether the user may do `verb` with `kind` in `namespace`.
    ///
    /// @param namespace empty for all namespaces, or for cluster-scoped kinds
    boolean allowed(String verb, ResourceKind kind, String namespace) throws KubeException, InterruptedException;
}
