package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cluster of a kubeconfig file.
///
/// @param name its name
/// @param file the file that defines it
/// @param server the URL as written
/// @param authority who vouches for its certificate; null for those the system trusts
/// @param insecure `insecure-skip-tls-verify`
/// @param serverName `tls-server-name`, empty for the name in the URL
/// @param proxy `proxy-url`, empty for what the environment says
/// @param execConfig what it wants login plugins to know (its extension `client.authentication.k8s.io/exec`), or
/// null
/// @param problems what is wrong with it
public record ClusterEntry(
        String name,
        Path file,
        String server,
        @Nullable PemSource authority,
        boolean insecure,
        String serverName,
        String proxy,
        @Nullable Object execConfig,
        List<Failure> problems) {

    /// Copies the problems.
    public ClusterEntry {
        problems = List.copyOf(problems);
    }

    /// Says what it is called: its URLs may hold passwords, and so may what it tells plugins.
    @Override
    public String toString() {
        return "ClusterEntry[" + name + "]";
    }
}
