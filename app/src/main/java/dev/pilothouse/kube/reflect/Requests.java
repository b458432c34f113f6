package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.http.ApiTransport.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// The requests that read one query.
///
/// @param query what to read
record Requests(Query query) {
    /// How many objects the first page holds: a screen and then some.
    static final int PAGE = 500;

    /// A server that always has one more page has none that anybody waits for.
    static final int MOST_PAGES = 10_000;

    /// An API server gives itself a minute for a list before it answers 504.
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(65);

    Request firstPage(String accept) {
        return Request.get(path() + "?limit=" + PAGE + selectors(), accept);
    }

    /// @param next the token of a page that the server did not send yet, empty for the beginning
    Request list(String accept, String next) {
        String parameters = selectors() + parameter("continue", next);
        return Request.get(parameters.isEmpty() ? path() : path() + "?" + parameters.substring(1), accept)
                .answeredWithin(LIST_PATIENCE);
    }

    /// @param seconds after how long the server ends the watch
    /// @param silence how long the body may stay silent
    Request watch(String accept, String resourceVersion, int seconds, Duration silence) {
        String path = path() + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=" + seconds + "&resourceVersion="
                + encode(resourceVersion) + selectors();
        // Some proxies hold the headers back until the first bytes of the body, and a quiet watch has none.
        return new Request("GET", path, Map.of("Accept", accept), null, silence, silence);
    }

    /// The list, for people.
    String forPeople() {
        return "GET " + path();
    }

    private String path() {
        String scope = query.namespace().isEmpty() ? "" : "/namespaces/" + encode(query.namespace());
        return query.kind().gvr().basePath() + scope + "/" + query.kind().plural();
    }

    private String selectors() {
        return parameter("labelSelector", query.labelSelector()) + parameter("fieldSelector", query.fieldSelector());
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
