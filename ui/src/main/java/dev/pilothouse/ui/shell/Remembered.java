package dev.pilothouse.ui.shell;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.TableSettings;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the settings remember of views: columns and order of a kind, the last view and the favourites of a context.
final class Remembered {
    private final SettingsStore store;
    private final Projectors projectors;

    /// Memories in `store`.
    ///
    /// @param projectors know the order of kinds that have one of their own
    Remembered(SettingsStore store, Projectors projectors) {
        this.store = store;
        this.projectors = projectors;
    }

    /// How a view opens: with the columns and the order it had the last time; the first time as asked, or else in the
    /// order of its kind.
    TableStart start(String view, @Nullable GroupVersionResource kind, TableStart asked) {
        TableSettings table = store.get().table(view);
        TableLayout layout = new TableLayout(table.order(), Set.copyOf(table.hidden()), table.widths());
        TableQuery.Sort sort = last(table);
        if (sort == null) sort = asked.sort() != null ? asked.sort() : own(kind);
        return new TableStart(layout, sort, asked.filter(), asked.faultsOnly(), asked.selected());
    }

    /// Remembers a view's columns and order.
    void leave(String view, TableLayout layout, TableQuery.@Nullable Sort sort, boolean wide) {
        TableSettings.SortedBy by = sort == null ? null : new TableSettings.SortedBy(sort.column(), sort.descending());
        store.update(s -> s.withTable(
                view, t -> new TableSettings(layout.order(), List.copyOf(layout.hidden()), layout.widths(), by, wide)));
    }

    /// Whether a view shows its wide columns.
    boolean wide(String view) {
        return store.get().table(view).wide();
    }

    /// The last view of a context.
    LastView lastView(String context) {
        return new LastView(
                store.get().context(context).lastView(),
                store.get().context(context).namespaces());
    }

    /// Remembers the last view of a context.
    void lastView(String context, LastView view) {
        store.update(s -> s.withContext(context, c -> c.withLastView(view.kind(), view.namespaces())));
    }

    /// The favourite kinds, by qualified name.
    List<String> favouriteKinds() {
        return store.get().favouriteKinds();
    }

    /// Remembers the favourite kinds.
    void favouriteKinds(List<String> kinds) {
        store.update(s -> s.withFavouriteKinds(kinds));
    }

    /// The groups of the navigator that are folded, by name.
    List<String> foldedGroups() {
        return store.get().foldedGroups();
    }

    /// Remembers which groups of the navigator are folded.
    void foldedGroups(List<String> names) {
        store.update(s -> s.withFoldedGroups(names));
    }

    /// The favourite namespaces of a context.
    List<String> favouriteNamespaces(String context) {
        return store.get().context(context).favouriteNamespaces();
    }

    /// Remembers the favourite namespaces of a context.
    void favouriteNamespaces(String context, List<String> namespaces) {
        store.update(s -> s.withContext(context, c -> c.withFavourites(namespaces)));
    }

    private static TableQuery.@Nullable Sort last(TableSettings table) {
        return table.sort() == null
                ? null
                : new TableQuery.Sort(table.sort().column(), table.sort().descending());
    }

    private TableQuery.@Nullable Sort own(@Nullable GroupVersionResource kind) {
        Projectors.KindTable own = kind == null ? null : projectors.of(kind);
        return own == null || own.order() == null
                ? null
                : new TableQuery.Sort(own.order().column(), own.order().descending());
    }

    /// The last view of a context.
    ///
    /// @param kind its kind, by qualified name, empty where there was none
    /// @param namespaces its namespaces, none for all
    record LastView(String kind, List<String> namespaces) {
        LastView {
            namespaces = List.copyOf(namespaces);
        }
    }
}
