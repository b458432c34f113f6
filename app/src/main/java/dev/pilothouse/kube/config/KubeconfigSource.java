package dev.pilothouse.kube.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kubeconfig as it is now: read again when one of its files has changed.
public final class KubeconfigSource {
    private final KubeconfigPaths paths;
    private @Nullable Reading last;

    private record Reading(List<String> stamps, Kubeconfig config) {}

    /// The files at `paths`.
    public KubeconfigSource(KubeconfigPaths paths) {
        this.paths = paths;
    }

    /// Where it is looked for.
    public List<Path> files() {
        return paths.files();
    }

    /// All files, merged.
    public synchronized Kubeconfig read() {
        List<String> stamps =
                paths.files().stream().map(KubeconfigSource::stamp).toList();
        Reading known = last;
        if (known != null && known.stamps.equals(stamps)) return known.config;
        Kubeconfig config = Kubeconfig.read(paths);
        last = new Reading(stamps, config);
        return config;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return ""; // not there, or not to be read: reading it says which
        }
    }
}
