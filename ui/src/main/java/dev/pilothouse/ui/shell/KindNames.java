package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.ResourceKind;

/// Kubernetes's names of kinds, as they stand in the navigator and in breadcrumbs.
final class KindNames {
    private KindNames() {}

    /// The plural in the capitals of the kind: `NetworkPolicies` of `networkpolicies` and `NetworkPolicy`. Where the
    /// two have little in common (`pods` of `PodMetrics`), the kind itself.
    static String plural(ResourceKind kind) {
        String name = kind.kind();
        String plural = kind.plural();
        int same = 0;
        while (same < name.length()
                && same < plural.length()
                && Character.toLowerCase(name.charAt(same)) == Character.toLowerCase(plural.charAt(same))) same++;
        return name.length() - same <= 1 ? name.substring(0, same) + plural.substring(same) : name;
    }
}
