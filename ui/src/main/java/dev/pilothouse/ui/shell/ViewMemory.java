package dev.pilothouse.ui.shell;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is remembered of views between visits and runs, per context.
public interface ViewMemory {

    /// How a view opens: as asked, with the columns and the order it had the last time.
    TableStart start(String view, TableStart asked);

    /// Remembers a view's columns and order.
    void layout(String view, TableLayout layout, TableQuery.@Nullable Sort sort);

    /// The last view of a context.
    Optional<LastView> lastView(String context);

    /// The last view of a context.
    ///
    /// @param kind its kind, by qualified name
    /// @param namespaces its namespaces, none for all
    record LastView(String kind, List<String> namespaces) {}

    /// The favourite kinds of a context, by qualified name.
    List<String> favouriteKinds(String context);

    /// The favourite namespaces of a context.
    List<String> favouriteNamespaces(String context);
}
