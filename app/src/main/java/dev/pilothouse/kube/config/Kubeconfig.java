package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All kubeconfig files as one, merged as kubectl does: of several entries of one name the first counts, whole; the
/// first file that names a current context decides it; files that do not exist are passed over.
///
/// Unlike with kubectl, a broken file or entry harms only itself, and is shown.
///
/// @param currentContext the name, empty where no file names one
/// @param contexts by name, in the order of the files
/// @param clusters by name
/// @param users by name
/// @param problems what is wrong with whole files
public record Kubeconfig(
        String currentContext,
        Map<String, ContextEntry> contexts,
        Map<String, ClusterEntry> clusters,
        Map<String, UserEntry> users,
        List<Failure> problems) {

    /// Reads and merges the files.
    public static Kubeconfig read(KubeconfigPaths paths) {
        List<Path> there = paths.files().stream().filter(Files::exists).toList();
        Kubeconfig merged = merge(there.stream().map(KubeconfigFile::read).toList());
        if (!there.isEmpty()) return merged;
        String looked = paths.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        Text problem = Text.of(paths.explicit() ? "kube.kubeconfig.missing" : "kube.kubeconfig.none", looked);
        return new Kubeconfig(
                "", Map.of(), Map.of(), Map.of(), List.of(new Failure.BadKubeconfig(looked, "", problem)));
    }

    static Kubeconfig merge(List<KubeconfigFile> files) {
        List<Failure> problems = new ArrayList<>();
        for (KubeconfigFile file : files) problems.addAll(file.problems());
        return new Kubeconfig(
                files.stream()
                        .map(KubeconfigFile::currentContext)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""),
                firstOfEachName(files, KubeconfigFile::contexts, ContextEntry::name),
                firstOfEachName(files, KubeconfigFile::clusters, ClusterEntry::name),
                firstOfEachName(files, KubeconfigFile::users, UserEntry::name),
                List.copyOf(problems));
    }

    private static <T> Map<String, T> firstOfEachName(
            List<KubeconfigFile> files, Function<KubeconfigFile, List<T>> entries, Function<T, String> name) {
        Map<String, T> first = new LinkedHashMap<>();
        for (KubeconfigFile file : files) {
            for (T entry : entries.apply(file)) first.putIfAbsent(name.apply(entry), entry);
        }
        return java.util.Collections.unmodifiableMap(first);
    }
}
