package dev.pilothouse.ui.shell;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers views as long as the program runs.
public final class RunMemory implements ViewMemory {
    private final Map<String, TableLayout> layouts = new HashMap<>();
    private final Map<String, TableQuery.Sort> sorts = new HashMap<>();

    @Override
    public TableStart start(String view, TableStart asked) {
        TableStart start = asked.with(layouts.getOrDefault(view, TableLayout.untouched()));
        TableQuery.Sort sort = sorts.get(view);
        return start.sort() != null || sort == null
                ? start
                : new TableStart(start.layout(), sort, start.filter(), start.faultsOnly(), start.selected());
    }

    @Override
    public void layout(String view, TableLayout layout, TableQuery.@Nullable Sort sort) {
        layouts.put(view, layout);
        if (sort == null) sorts.remove(view);
        else sorts.put(view, sort);
    }

    @Override
    public Optional<LastView> lastView(String context) {
        return Optional.empty();
    }

    @Override
    public List<String> favouriteKinds(String context) {
        return List.of("pods", "deployments.apps", "services", "nodes", "namespaces", "events");
    }

    @Override
    public List<String> favouriteNamespaces(String context) {
        return List.of();
    }
}
