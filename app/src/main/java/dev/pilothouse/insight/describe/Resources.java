package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.Quantity;
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

    /// What a variable gets that refers to a limit or a request of its container, in whole divisors and rounded up:
    /// `64 (limits.memory)`.
    static String referred(KubeObject container, KubeObject reference) {
        String resource = reference.string("resource");
        String[] path = resource.split("\\.", 2);
        long amount = path.length < 2 ? 0 : millis(container.string("resources", path[0], path[1]), 0);
        long divisor = Math.max(1, millis(reference.string("divisor"), 1000));
        if (amount == 0 && resource.startsWith("limits.")) return "node allocatable (" + resource + ")";
        return Math.ceilDiv(amount, divisor) + " (" + resource + ")";
    }

    /// @param otherwise what nothing, zero and nonsense mean
    private static long millis(String quantity, long otherwise) {
        Long millis = quantity.isEmpty() ? null : Quantity.millis(quantity);
        return millis == null || millis <= 0 ? otherwise : millis;
    }

    /// The seccomp profile of a security context, empty where it sets none.
    static String seccomp(Map<String, @Nullable Object> securityContext) {
        KubeObject context = new KubeObject(securityContext);
        String type = context.string("seccompProfile", "type");
        String profile = context.string("seccompProfile", "localhostProfile");
        return profile.isEmpty() ? type : type + " " + profile;
    }
}
