package dev.pilothouse.kube.http;

import java.util.List;
import java.util.Locale;

/// What a request asks for in the words of RBAC, read from its method and path.
///
/// @param verb `get`, `list`, `watch`, `create`, …
/// @param resource `pods`, `pods/log` or `deployments.apps`; the path itself where it names no resource
/// @param namespace empty for none or all
record ResourceRequest(String verb, String resource, String namespace) {

    /// Reads a request.
    static ResourceRequest of(ApiTransport.Request request) {
        String path = request.path();
        int question = path.indexOf('?');
        String query = question < 0 ? "" : path.substring(question + 1);
        String bare = question < 0 ? path : path.substring(0, question);
        List<String> parts =
                List.of(bare.split("/")).stream().filter(p -> !p.isEmpty()).toList();
        if (parts.size() < 3 || !parts.getFirst().matches("apis?")) {
            return new ResourceRequest(request.method().toLowerCase(Locale.ROOT), bare, "");
        }
        boolean core = parts.getFirst().equals("api");
        String group = core ? "" : parts.get(1);
        List<String> rest = parts.subList(core ? 2 : 3, parts.size());
        String namespace = "";
        if (rest.size() > 2
                && rest.getFirst().equals("namespaces")
                && !rest.get(2).matches("status|finalize")) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        if (rest.isEmpty()) return new ResourceRequest(request.method().toLowerCase(Locale.ROOT), bare, "");
        String resource = group.isEmpty() ? rest.getFirst() : rest.getFirst() + "." + group;
        if (rest.size() > 2) resource += "/" + rest.get(2);
        return new ResourceRequest(verb(request.method(), rest.size() > 1, query), resource, namespace);
    }

    private static String verb(String method, boolean named, String query) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            default -> query.matches("(.*&)?watch=(1|true)(&.*)?") ? "watch" : named ? "get" : "list";
        };
    }
}
