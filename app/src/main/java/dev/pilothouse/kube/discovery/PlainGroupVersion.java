package dev.pilothouse.kube.discovery;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an `APIResourceList`: one version of one group, subresources as elements of their own.
final class PlainGroupVersion {
    private PlainGroupVersion() {}

    static List<ResourceKind> kinds(KubeObject list, String group, String version) {
        Map<String, Set<String>> subresources = new HashMap<>();
        for (KubeObject resource : list.objects("resources")) {
            String name = resource.string("name");
            int slash = name.indexOf('/');
            if (slash > 0) {
                subresources
                        .computeIfAbsent(name.substring(0, slash), parent -> new HashSet<>())
                        .add(name.substring(slash + 1));
            }
        }
        List<ResourceKind> kinds = new ArrayList<>();
        for (KubeObject resource : list.objects("resources")) {
            String name = resource.string("name");
            if (name.contains("/")) continue;
            ResourceKind kind = new ResourceKind(
                    new GroupVersionResource(group, version, name),
                    resource.kind(),
                    resource.string("singularName"),
                    resource.strings("shortNames"),
                    resource.strings("categories"),
                    resource.string("namespaced").equals("true"),
                    Set.copyOf(resource.strings("verbs")),
                    subresources.getOrDefault(name, Set.of()));
            if (kind.supports("list")) kinds.add(kind);
        }
        return kinds;
    }
}
