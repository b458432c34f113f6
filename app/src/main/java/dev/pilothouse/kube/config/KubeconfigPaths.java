package dev.pilothouse.kube.config;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where kubeconfig files are looked for, in order of precedence.
///
/// @param files the files, at least one
/// @param explicit whether the user named one file on the command line, which then has to exist
public record KubeconfigPaths(List<Path> files, boolean explicit) {

    /// Copies the list.
    public KubeconfigPaths {
        files = List.copyOf(files);
    }

    /// The one file named by `--kubeconfig`; else the list in the variable `KUBECONFIG`; else `~/.kube/config`.
    ///
    /// @param named the file named on the command line, or null
    /// @param variable the value of `KUBECONFIG`, or null; separated by `:`, on Windows by `;`
    /// @param home the user's home folder
    public static KubeconfigPaths of(@Nullable Path named, @Nullable String variable, Path home) {
        if (named != null) return new KubeconfigPaths(List.of(named.toAbsolutePath()), true);
        Set<Path> files = new LinkedHashSet<>();
        if (variable != null) files.addAll(split(variable));
        if (files.isEmpty()) files.add(home.resolve(".kube").resolve("config").toAbsolutePath());
        return new KubeconfigPaths(new ArrayList<>(files), false);
    }

    private static List<Path> split(String variable) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(variable)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> path(part).stream())
                .toList();
    }

    private static Optional<Path> path(String part) {
        try {
            return Optional.of(Path.of(part).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty(); // no file can have such a name, so none is there
        }
    }
}
