package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.ui.shell.ClusterSession;
import java.time.Clock;

/// What the window looks at: which clusters there are, and how one is opened.
///
/// @param clusters the contexts
/// @param end ends what runs behind them, such as the demo cluster
/// @param opener opens the cluster of a context
record Backend(Clusters clusters, Runnable end, ClusterSession.Opener opener) implements AutoCloseable {

    /// Ends what runs behind the clusters.
    @Override
    public void close() {
        end.run();
    }

    /// Makes the backend that a command line asks for.
    @FunctionalInterface
    interface Maker {
        /// Makes it; reads files, but sends nothing.
        ///
        /// @param clock tells what is stale, expired or old
        /// @param consent is asked before a login plugin is run
        Backend make(StartOptions options, Workers workers, Clock clock, PluginConsent consent);
    }
}
