package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Limits, requests and profiles, which pods and containers write alike.
final class Resources {
    private Resources() {}

    /// The sections `Limits` and `Requests`, each left out where it is empty.
    static void limitsAndRequests(Map<String, @Nullable Object> resources, DescriptionWriter out) {
        KubeObject all = new KubeObject(resources);
        out.section("Limits", part -> amounts(all.map("limits"), part));
        out.section("Requests", part -> amounts(all.map("requests"), part));
    }

    /// A field per resource, sorted by name.
    static void amounts(Map<String, @Nullable Object> amounts, DescriptionWriter out) {
        amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> out.field(entry.getKey(), Objects.toString(entry.getValue(), "")));
    }

    /// The seccomp profile of a security context, empty where it sets none.
    static String seccomp(Map<String, @Nullable Object> securityContext) {
        KubeObject context = new KubeObject(securityContext);
        String type = context.string("seccompProfile", "type");
        String profile = context.string("seccompProfile", "localhostProfile");
        return profile.isEmpty() ? type : type + " " + profile;
    }
}
