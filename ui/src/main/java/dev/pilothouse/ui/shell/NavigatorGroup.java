package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The groups of the navigator, in the order in which they stand there.
enum NavigatorGroup {
    /// What the user put there.
    FAVOURITES,
    /// What runs.
    WORKLOADS,
    /// How it is reached.
    NETWORK,
    /// What it is told.
    CONFIG,
    /// What it keeps.
    STORAGE,
    /// Who may do what.
    ACCESS,
    /// What all of it stands on.
    CLUSTER,
    /// Everything that the cluster was taught.
    CUSTOM;

    private static final Set<String> CORE_WORKLOADS = Set.of("pods", "replicationcontrollers", "podtemplates");
    private static final Set<String> CORE_NETWORK = Set.of("services", "endpoints");
    private static final Set<String> CORE_CONFIG = Set.of("configmaps", "secrets", "resourcequotas", "limitranges");
    private static final Set<String> CORE_STORAGE = Set.of("persistentvolumes", "persistentvolumeclaims");

    /// The kinds operators live in, in the order in which they look for them; the others follow as discovery has them.
    private static final List<String> FIRST = List.of(
            "pods",
            "deployments.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "replicasets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "horizontalpodautoscalers.autoscaling",
            "services",
            "ingresses.networking.k8s.io",
            "networkpolicies.networking.k8s.io",
            "configmaps",
            "secrets",
            "persistentvolumeclaims",
            "persistentvolumes",
            "storageclasses.storage.k8s.io",
            "serviceaccounts",
            "nodes",
            "namespaces",
            "events");

    /// What it is called in the settings.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where a kind stands in its group: the smaller, the higher; kinds of one place stay as discovery has them.
    static int place(ResourceKind kind) {
        int index = FIRST.indexOf(kind.gvr().qualifiedName());
        return index < 0 ? FIRST.size() : index;
    }

    /// Where a kind belongs: built-in API groups have a place each, the core group one per resource, and everything
    /// else is custom.
    static NavigatorGroup of(ResourceKind kind) {
        GroupVersionResource gvr = kind.gvr();
        return switch (gvr.group()) {
            case "" -> core(gvr.resource());
            case "apps", "batch", "autoscaling" -> WORKLOADS;
            case "networking.k8s.io", "discovery.k8s.io", "gateway.networking.k8s.io" -> NETWORK;
            case "policy", "scheduling.k8s.io", "admissionregistration.k8s.io" -> CONFIG;
            case "storage.k8s.io", "snapshot.storage.k8s.io" -> STORAGE;
            case "rbac.authorization.k8s.io", "certificates.k8s.io" -> ACCESS;
            case "apiextensions.k8s.io",
                    "apiregistration.k8s.io",
                    "coordination.k8s.io",
                    "events.k8s.io",
                    "flowcontrol.apiserver.k8s.io",
                    "metrics.k8s.io",
                    "node.k8s.io",
                    "resource.k8s.io",
                    "storagemigration.k8s.io",
                    "internal.apiserver.k8s.io" -> CLUSTER;
            default -> CUSTOM;
        };
    }

    private static NavigatorGroup core(String resource) {
        if (CORE_WORKLOADS.contains(resource)) return WORKLOADS;
        if (CORE_NETWORK.contains(resource)) return NETWORK;
        if (CORE_CONFIG.contains(resource)) return CONFIG;
        if (CORE_STORAGE.contains(resource)) return STORAGE;
        return resource.equals("serviceaccounts") ? ACCESS : CLUSTER;
    }

    /// Its heading.
    Text title() {
        return Text.of("shell.group." + name().toLowerCase(java.util.Locale.ROOT));
    }
}
