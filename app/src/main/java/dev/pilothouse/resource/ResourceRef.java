package dev.pilothouse.resource;

/// One object, named. The uid tells an object from its successor of the same name.
///
/// @param kind its kind
/// @param namespace its namespace, empty for cluster-scoped kinds
/// @param name its name
/// @param uid its uid, empty where only the name is known
public record ResourceRef(ResourceKind kind, String namespace, String name, String uid) {

    /// `team-a/web-0`, or only the name where there is no namespace.
    public String qualifiedName() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /// The URL path of the object.
    public String path() {
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        return kind.gvr().basePath() + scope + "/" + kind.plural() + "/" + name;
    }
}
