package dev.pilothouse.live;

/// Where a view's rows come from: a live table of the cluster, the containers of one pod, the contexts of the
/// kubeconfig.
@FunctionalInterface
public interface TableSource {

    /// Opens a view. Returns at once; `listener` hears the rest.
    TableFeed open(TableQuery query, TableListener listener);
}
