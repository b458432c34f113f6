package dev.pilothouse.ui.shell;

import dev.pilothouse.command.CommandHistory;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.TableSettings;
import dev.pilothouse.settings.WindowSettings;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the settings remember of views: columns and order of a kind, the last view and the favourites of a context, the
/// commands and the panes. Each change is one that can be made again, on another thread and on what another program has
/// written meanwhile: it holds copies, and touches nothing but what it is about.
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
        List<String> now = List.copyOf(kinds);
        store.update(s -> s.withFavouriteKinds(now));
    }

    /// The groups of the navigator that are folded, by name.
    List<String> foldedGroups() {
        return store.get().foldedGroups();
    }

    /// Remembers which groups of the navigator are folded.
    void foldedGroups(List<String> names) {
        List<String> now = List.copyOf(names);
        store.update(s -> s.withFoldedGroups(now));
    }

    /// The favourite namespaces of a context.
    List<String> favouriteNamespaces(String context) {
        return store.get().context(context).favouriteNamespaces();
    }

    /// Remembers the favourite namespaces of a context.
    void favouriteNamespaces(String context, List<String> namespaces) {
        List<String> now = List.copyOf(namespaces);
        store.update(s -> s.withContext(context, c -> c.withFavourites(now)));
    }

    /// The commands of earlier runs.
    CommandHistory history() {
        return new CommandHistory(store.get().history());
    }

    /// Remembers a command that was run.
    void ran(String line) {
        store.update(
                s -> s.withHistory(new CommandHistory(s.history()).with(line).lines()));
    }

    /// How the window is divided.
    WindowSettings panes() {
        return store.get().window();
    }

    /// Remembers how the window is divided.
    ///
    /// @param navigatorWidth in the toolkit's pixels
    /// @param inspectorWidth in the toolkit's pixels
    void panes(boolean navigator, boolean inspector, double navigatorWidth, double inspectorWidth) {
        store.update(s -> s.withWindow(s.window().withPanes(navigator, inspector, navigatorWidth, inspectorWidth)));
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
