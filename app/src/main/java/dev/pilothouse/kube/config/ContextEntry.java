package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import java.nio.file.Path;
import java.util.List;

/// One context of a kubeconfig file.
///
/// @param name its name
/// @param file the file that defines it
/// @param cluster the name of its cluster
/// @param user the name of its user, empty for an anonymous one
/// @param namespace its namespace, empty for `default`
/// @param problems what is wrong with it
public record ContextEntry(
        String name, Path file, String cluster, String user, String namespace, List<Failure> problems) {

    /// Copies the problems.
    public ContextEntry {
        problems = List.copyOf(problems);
    }
}
