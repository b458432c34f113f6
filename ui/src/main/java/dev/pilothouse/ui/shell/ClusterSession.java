package dev.pilothouse.ui.shell;

import dev.pilothouse.insight.DrillDown;
import dev.pilothouse.insight.OwnerJump;
import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.LiveTables;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.ui.inspector.InspectorSource;
import dev.pilothouse.usage.Usage;
import java.util.List;

/// One open cluster, as the window uses it.
public interface ClusterSession extends AutoCloseable {

    /// The connection.
    Cluster cluster();

    /// Its live tables.
    LiveTables tables();

    /// What lies below its objects.
    DrillDown drillDown();

    /// To whom its objects belong.
    OwnerJump owners();

    /// Where the inspector reads from.
    InspectorSource inspector();

    /// What it uses.
    Usage usage();

    /// Is told what discovery found, as often as it is asked.
    void discovered(List<ResourceKind> kinds);

    /// Whether it is the built-in demo cluster.
    boolean demo();

    /// Ends all requests.
    @Override
    void close();

    /// Opens clusters.
    @FunctionalInterface
    interface Opener {
        /// Opens the cluster of a context. May take a while: call it from a virtual thread.
        ClusterSession open(String context) throws KubeException, InterruptedException;
    }
}
