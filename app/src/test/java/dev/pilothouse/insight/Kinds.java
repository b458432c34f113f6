package dev.pilothouse.insight;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import java.util.List;
import java.util.Set;

/// Some kinds, as discovery would find them.
final class Kinds {
    static final ResourceKind PODS = kind("", "pods", "Pod", true);
    static final ResourceKind JOBS = kind("batch", "jobs", "Job", true);
    static final ResourceKind REPLICA_SETS = kind("apps", "replicasets", "ReplicaSet", true);
    static final ResourceKind WIDGETS = kind("example.com", "widgets", "Widget", true);
    static final ResourceKind NODES = kind("", "nodes", "Node", false);
    static final List<ResourceKind> DISCOVERED = List.of(PODS, JOBS, REPLICA_SETS, WIDGETS, NODES);

    private Kinds() {}

    static ResourceKind kind(String group, String resource, String kind, boolean namespaced) {
        GroupVersionResource gvr = new GroupVersionResource(group, "v1", resource);
        return new ResourceKind(gvr, kind, "", List.of(), List.of(), namespaced, Set.of(), Set.of());
    }

    static ResourceRef ref(String group, String resource, String kind, String namespace, String name) {
        return new ResourceRef(kind(group, resource, kind, !namespace.isEmpty()), namespace, name, "u-" + name);
    }
}
