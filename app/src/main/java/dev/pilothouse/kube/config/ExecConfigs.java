package dev.pilothouse.kube.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What clusters want login plugins to know: their extension `client.authentication.k8s.io/exec`. Unlike everything
/// else in a kubeconfig it is passed on as it is, so its numbers have to stay numbers.
record ExecConfigs(Map<String, Object> byCluster) {
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    /// Reads those of a file, which is known to be YAML.
    static ExecConfigs of(String text) {
        Map<String, Object> byCluster = new HashMap<>();
        if (!text.contains(EXTENSION)) return new ExecConfigs(byCluster);
        Object root = LimitedYaml.readTyped(text).orElse(Map.of());
        for (Object entry : list(at(root, "clusters"))) {
            for (Object extension : list(at(at(entry, "cluster"), "extensions"))) {
                Object config = at(extension, "extension");
                if (config != null && EXTENSION.equals(at(extension, "name"))) {
                    byCluster.putIfAbsent(String.valueOf(at(entry, "name")), config);
                }
            }
        }
        return new ExecConfigs(byCluster);
    }

    /// The one of a cluster, or null.
    @Nullable Object forCluster(String cluster) {
        return byCluster.get(cluster);
    }

    private static @Nullable Object at(@Nullable Object value, String field) {
        return value instanceof Map<?, ?> map ? map.get(field) : null;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
