package dev.pilothouse.demo.api;

import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.ResourceKind;
import java.util.List;
import java.util.Set;

/// What a path names: a kind, and within it a namespace, an object, a subresource.
///
/// @param namespace empty for all namespaces and for cluster-scoped kinds
/// @param name empty for the collection
/// @param subresource such as `log`, empty for none
record Target(ResourceKind kind, String namespace, String name, String subresource) {
    private static final Set<String> OF_NAMESPACES = Set.of("status", "finalize");

    /// Reads a path such as `api/v1/namespaces/cart/pods/cart-0/log`.
    ///
    /// @throws StatusException with 404 where nothing is served there
    static Target of(List<String> path, Kinds kinds) {
        boolean core = path.getFirst().equals("api");
        int start = core ? 2 : 3;
        if (path.size() <= start) {
            throw StatusException.noSuchPath();
        }
        var group = core ? "" : path.get(1);
        var version = path.get(start - 1);
        var rest = path.subList(start, path.size());
        var namespace = "";
        if (rest.getFirst().equals("namespaces")
                && rest.size() > 2
                && !(core && rest.size() == 3 && OF_NAMESPACES.contains(rest.get(2)))) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        var kind = kinds.find(group, version, rest.getFirst());
        if (kind == null || rest.size() > 3 || (!namespace.isEmpty() && !kind.namespaced())) {
            throw StatusException.noSuchPath();
        }
        var subresource = rest.size() > 2 ? rest.get(2) : "";
        if (!subresource.isEmpty() && !kind.subresources().contains(subresource)) {
            throw StatusException.noSuchPath();
        }
        return new Target(kind, namespace, rest.size() > 1 ? rest.get(1) : "", subresource);
    }

    /// The resource as access rules name it: `pods`, or `pods/log`.
    String resource() {
        return subresource.isEmpty() ? kind.plural() : kind.plural() + "/" + subresource;
    }
}
