package dev.pilothouse.command;

import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds kinds by what operators call them: plural, singular, short name, kind, each also with the API group behind a
/// dot. Where two kinds share a word the core group wins, then the order of discovery, as with kubectl. K9s's own short
/// words stand behind the server's.
public final class KindIndex {
    private static final Map<String, String> K9S_WORDS = Map.of(
            "dp", "deployments.apps",
            "sec", "secrets",
            "jo", "jobs.batch",
            "cr", "clusterroles.rbac.authorization.k8s.io",
            "crb", "clusterrolebindings.rbac.authorization.k8s.io",
            "ro", "roles.rbac.authorization.k8s.io",
            "rb", "rolebindings.rbac.authorization.k8s.io",
            "np", "networkpolicies.networking.k8s.io");

    private final Map<String, ResourceKind> words = new LinkedHashMap<>();
    private final Map<String, ResourceKind> qualified = new LinkedHashMap<>();

    /// An index of these kinds, in the order of discovery.
    public KindIndex(List<ResourceKind> kinds) {
        List<ResourceKind> coreFirst = new ArrayList<>(kinds);
        coreFirst.sort(Comparator.comparing(kind -> !kind.gvr().group().isEmpty()));
        for (ResourceKind kind : coreFirst) words.putIfAbsent(kind.plural(), kind);
        for (ResourceKind kind : coreFirst) for (String name : shortNames(kind)) words.putIfAbsent(name, kind);
        for (ResourceKind kind : coreFirst) {
            qualified.putIfAbsent(kind.gvr().qualifiedName(), kind);
            if (kind.gvr().group().isEmpty()) continue;
            for (String name : shortNames(kind)) {
                qualified.putIfAbsent(name + "." + kind.gvr().group(), kind);
            }
        }
        K9S_WORDS.forEach((word, name) -> {
            ResourceKind kind = qualified.get(name);
            if (kind != null) words.putIfAbsent(word, kind);
        });
    }

    /// The kind that this word means, whatever its case.
    public Optional<ResourceKind> find(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        ResourceKind kind = words.get(wanted);
        return Optional.ofNullable(kind != null ? kind : qualified.get(wanted));
    }

    /// Every word that means a kind, plurals first; and the qualified plurals that no plain word reaches.
    public Map<String, ResourceKind> words() {
        Map<String, ResourceKind> all = new LinkedHashMap<>(words);
        qualified.forEach((name, kind) -> {
            if (!kind.equals(words.get(kind.plural()))) all.putIfAbsent(name, kind);
        });
        return all;
    }

    private static List<String> shortNames(ResourceKind kind) {
        List<String> names = new ArrayList<>();
        for (String name : kind.shortNames()) names.add(name.toLowerCase(Locale.ROOT));
        if (!kind.singular().isEmpty()) names.add(kind.singular().toLowerCase(Locale.ROOT));
        names.add(kind.kind().toLowerCase(Locale.ROOT));
        return names;
    }
}
