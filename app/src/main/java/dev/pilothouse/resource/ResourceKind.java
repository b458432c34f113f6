package dev.pilothouse.resource;

import java.util.List;
import java.util.Set;

/// One kind as discovery lists it.
///
/// @param gvr where it is served
/// @param kind the name in manifests, such as `Deployment`
/// @param singular the singular name, such as `deployment`; discovery may leave it empty
/// @param shortNames such as `deploy`
/// @param categories such as `all`
/// @param namespaced whether its objects live in namespaces
/// @param verbs what the server can do with it: `list`, `watch`, `get`, …
/// @param subresources names after the slash: `log`, `scale`, `status`, …
public record ResourceKind(
        GroupVersionResource gvr,
        String kind,
        String singular,
        List<String> shortNames,
        List<String> categories,
        boolean namespaced,
        Set<String> verbs,
        Set<String> subresources) {

    /// Copies the collections, so that a kind never changes.
    public ResourceKind {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        verbs = Set.copyOf(verbs);
        subresources = Set.copyOf(subresources);
    }

    /// The plural name: `deployments`.
    public String plural() {
        return gvr.resource();
    }

    /// Whether the server can do `verb` with this kind at all (rights are another matter).
    public boolean supports(String verb) {
        return verbs.contains(verb);
    }
}
