package dev.pilothouse.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + segment(namespace);
        return kind.gvr().basePath() + scope + "/" + kind.plural() + "/" + segment(name);
    }

    /// Names come from clusters and from people: none of them reaches another path. Colons stay, as in `system:node`.
    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
