package dev.pilothouse.kube;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A context of the merged kubeconfig, as the context list shows it.
///
/// @param name its name
/// @param cluster the name of its cluster entry
/// @param user the name of its user entry
/// @param namespace its default namespace, empty where it names none
/// @param server the cluster's URL, empty where the entry is broken
/// @param login how it logs in, in a word: `token`, `client certificate`, `exec aws`, `none`
/// @param file the kubeconfig file that defines it; null for the demo cluster
/// @param problems what is wrong with it or with the entries it names, empty where it can be used
public record KubeContext(
        String name,
        String cluster,
        String user,
        String namespace,
        String server,
        String login,
        @Nullable Path file,
        List<Failure> problems) {

    /// Copies the problems.
    public KubeContext {
        problems = List.copyOf(problems);
    }

    /// Whether it can be used.
    public boolean usable() {
        return problems.isEmpty();
    }
}
