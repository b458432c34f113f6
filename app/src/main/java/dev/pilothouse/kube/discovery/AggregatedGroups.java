package dev.pilothouse.kube.discovery;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an `APIGroupDiscoveryList` (v2 and v2beta1 look the same): groups, each with its versions in the server's
/// order of preference.
final class AggregatedGroups {
    private AggregatedGroups() {}

    static void read(KubeObject answer, String request, List<ResourceKind> all, Map<String, Failure> broken) {
        for (KubeObject group : answer.objects("items")) {
            String name = group.name();
            Map<String, ResourceKind> kinds = new LinkedHashMap<>();
            boolean stale = false;
            for (KubeObject version : group.objects("versions")) {
                List<KubeObject> resources = version.objects("resources");
                stale |= version.string("freshness").equals("Stale");
                for (KubeObject resource : resources) {
                    ResourceKind kind = kind(name, version.string("version"), resource);
                    if (kind.supports("list")) kinds.putIfAbsent(kind.plural(), kind);
                }
            }
            all.addAll(kinds.values());
            if (stale) broken.put(name, new Failure.Unexpected(request, "freshness: Stale", 503));
        }
    }

    private static ResourceKind kind(String group, String version, KubeObject resource) {
        Set<String> subresources = new HashSet<>();
        for (KubeObject sub : resource.objects("subresources")) subresources.add(sub.string("subresource"));
        return new ResourceKind(
                new GroupVersionResource(group, version, resource.string("resource")),
                resource.string("responseKind", "kind"),
                resource.string("singularResource"),
                resource.strings("shortNames"),
                resource.strings("categories"),
                resource.string("scope").equals("Namespaced"),
                Set.copyOf(resource.strings("verbs")),
                subresources);
    }
}
