package dev.pilothouse.command;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.util.List;
import java.util.Set;

/// Kinds for tests, in the order of discovery.
final class Kinds {
    static final ResourceKind PODS = kind("", "pods", "Pod", "po");
    static final ResourceKind DEPLOYMENTS = kind("apps", "deployments", "Deployment", "deploy");
    static final ResourceKind EVENTS = kind("", "events", "Event", "ev");
    static final ResourceKind NEW_EVENTS = kind("events.k8s.io", "events", "Event", "ev");
    static final ResourceKind JOBS = kind("batch", "jobs", "Job");
    static final ResourceKind SERVICES = kind("", "services", "Service", "svc");
    static final ResourceKind KNATIVE = kind("serving.knative.dev", "services", "Service", "kservice");

    static final KindIndex INDEX =
            new KindIndex(List.of(KNATIVE, NEW_EVENTS, DEPLOYMENTS, JOBS, PODS, EVENTS, SERVICES));

    private Kinds() {}

    private static ResourceKind kind(String group, String plural, String kind, String... shortNames) {
        return new ResourceKind(
                new GroupVersionResource(group, "v1", plural),
                kind,
                kind.toLowerCase(java.util.Locale.ROOT),
                List.of(shortNames),
                List.of(),
                true,
                Set.of("list", "watch"),
                Set.of());
    }
}
