package dev.pilothouse.demo.api;

import dev.pilothouse.demo.store.StatusException;
import java.util.HashMap;
import java.util.Map;

/// The JSON form that the client asks for: the objects themselves, or a conversion of them.
///
/// @param as `Table`, `PartialObjectMetadata`, `PartialObjectMetadataList`, `APIGroupDiscoveryList`, or empty
/// @param group the conversion's group, such as `meta.k8s.io`
/// @param version the conversion's version
record MediaType(String as, String group, String version) {
    static final MediaType PLAIN = new MediaType("", "", "");

    boolean table() {
        return as.equals("Table");
    }

    boolean partial() {
        return as.startsWith("PartialObjectMetadata");
    }

    /// Picks the first offer of an `Accept` header that can be served, in the client's order.
    ///
    /// @throws StatusException with 406 where only something other than JSON is accepted
    static MediaType accepted(String header) {
        if (header.isBlank()) {
            return PLAIN;
        }
        for (var offer : header.split(",", -1)) {
            var parts = offer.split(";", -1);
            var type = parts[0].strip();
            if (!type.equals("application/json") && !type.equals("*/*") && !type.equals("application/*")) {
                continue;
            }
            Map<String, String> parameters = new HashMap<>();
            for (int i = 1; i < parts.length; i++) {
                int at = parts[i].indexOf('=');
                if (at > 0) {
                    parameters.put(
                            parts[i].substring(0, at).strip(),
                            parts[i].substring(at + 1).strip());
                }
            }
            var media = new MediaType(
                    parameters.getOrDefault("as", ""),
                    parameters.getOrDefault("g", ""),
                    parameters.getOrDefault("v", ""));
            if (media.servable()) {
                return media;
            }
        }
        throw new StatusException(
                406, "NotAcceptable", "only the following media types are accepted: application/json");
    }

    private boolean servable() {
        return switch (as) {
            case "" -> true;
            case "Table", "PartialObjectMetadata", "PartialObjectMetadataList" ->
                group.equals("meta.k8s.io") && version.equals("v1");
            case "APIGroupDiscoveryList" -> group.equals("apidiscovery.k8s.io") && version.equals("v2");
            default -> false;
        };
    }
}
