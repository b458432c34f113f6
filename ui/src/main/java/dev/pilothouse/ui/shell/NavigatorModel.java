package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The navigator: every kind that discovery found, in groups that fold, the favourites first.
public final class NavigatorModel {
    private final ObservableList<NavigatorItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ResourceKind> current = new ReadOnlyObjectWrapper<>();
    private final Set<NavigatorGroup> folded = EnumSet.noneOf(NavigatorGroup.class);
    private final Set<String> favourites = new LinkedHashSet<>();
    private List<ResourceKind> kinds = List.of();
    private Consumer<List<String>> onFavourites = f -> {};
    private Consumer<List<String>> onFolded = f -> {};

    /// The lines, in order.
    public ObservableList<NavigatorItem> items() {
        return items;
    }

    /// The kind that the table shows, null where it shows none.
    public ReadOnlyObjectProperty<@Nullable ResourceKind> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether the table shows what a line stands for. A favourite stands twice; only one line says so, the one among
    /// the favourites unless these are folded.
    boolean isCurrent(NavigatorItem.Kind line) {
        ResourceKind shown = current.get();
        if (shown == null || !shown.gvr().equals(line.kind().gvr())) return false;
        boolean amongFavourites = line.favourite() && !folded.contains(NavigatorGroup.FAVOURITES);
        return amongFavourites == (line.group() == NavigatorGroup.FAVOURITES);
    }

    /// Takes over what discovery found.
    void kinds(List<ResourceKind> found) {
        kinds = List.copyOf(found);
        rebuild();
    }

    /// Says which kind the table shows.
    void current(@Nullable ResourceKind kind) {
        current.set(kind);
    }

    /// Takes over the favourites, by qualified name, in their order.
    void favourites(Collection<String> qualifiedNames) {
        favourites.clear();
        favourites.addAll(qualifiedNames);
        rebuild();
    }

    /// Is told when the user changes the favourites.
    void onFavourites(Consumer<List<String>> listener) {
        onFavourites = listener;
    }

    /// The favourites, by qualified name.
    List<String> favourites() {
        return List.copyOf(favourites);
    }

    /// Puts a kind among the favourites, or takes it away.
    void toggleFavourite(ResourceKind kind) {
        String name = kind.gvr().qualifiedName();
        if (!favourites.remove(name)) favourites.add(name);
        onFavourites.accept(favourites());
        rebuild();
    }

    /// Takes over which groups are folded, by name; names of no group are left out.
    void folded(Collection<String> names) {
        folded.clear();
        for (NavigatorGroup group : NavigatorGroup.values()) if (names.contains(group.id())) folded.add(group);
        rebuild();
    }

    /// Is told when the user folds or unfolds a group.
    void onFolded(Consumer<List<String>> listener) {
        onFolded = listener;
    }

    /// Folds a group, or unfolds it.
    void toggle(NavigatorGroup group) {
        fold(group, !folded.contains(group));
    }

    /// Folds or unfolds a group.
    void fold(NavigatorGroup group, boolean fold) {
        if (!(fold ? folded.add(group) : folded.remove(group))) return;
        onFolded.accept(folded.stream().map(NavigatorGroup::id).toList());
        rebuild();
    }

    private void rebuild() {
        Map<NavigatorGroup, List<ResourceKind>> groups = new EnumMap<>(NavigatorGroup.class);
        Map<String, Integer> seen = new HashMap<>();
        for (ResourceKind kind : kinds) {
            if (isSecondEvents(kind)) continue;
            groups.computeIfAbsent(NavigatorGroup.of(kind), g -> new ArrayList<>())
                    .add(kind);
            seen.merge(KindNames.plural(kind), 1, Integer::sum);
        }
        for (String favourite : favourites)
            kinds.stream()
                    .filter(k -> k.gvr().qualifiedName().equals(favourite))
                    .findFirst()
                    .ifPresent(kind -> groups.computeIfAbsent(NavigatorGroup.FAVOURITES, g -> new ArrayList<>())
                            .add(kind));
        List<NavigatorItem> lines = new ArrayList<>();
        groups.forEach((group, members) -> add(lines, group, members, seen));
        items.setAll(lines);
    }

    private void add(
            List<NavigatorItem> lines, NavigatorGroup group, List<ResourceKind> members, Map<String, Integer> seen) {
        lines.add(new NavigatorItem.Heading(group, folded.contains(group), members.size()));
        if (folded.contains(group)) return;
        List<NavigatorItem.Kind> below = new ArrayList<>();
        for (ResourceKind kind : members) {
            String plural = KindNames.plural(kind);
            String name =
                    seen.getOrDefault(plural, 0) > 1 && !kind.gvr().group().isEmpty()
                            ? plural + " (" + kind.gvr().group() + ")"
                            : plural;
            below.add(new NavigatorItem.Kind(
                    group, kind, name, favourites.contains(kind.gvr().qualifiedName())));
        }
        if (group != NavigatorGroup.FAVOURITES)
            below.sort(Comparator.comparingInt(k -> NavigatorGroup.place(k.kind())));
        if (group == NavigatorGroup.CUSTOM) below.sort(Comparator.comparing(NavigatorItem.Kind::name));
        lines.addAll(below);
    }

    /// The API server shows the same events under two groups; operators say the first.
    private static boolean isSecondEvents(ResourceKind kind) {
        return kind.gvr().group().equals("events.k8s.io");
    }
}
