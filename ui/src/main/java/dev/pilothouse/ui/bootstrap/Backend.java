package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.Clusters;
import dev.pilothouse.ui.shell.ClusterSession;

/// What the window looks at: which clusters there are, and how one is opened.
///
/// @param clusters the contexts
/// @param opener opens the cluster of one
record Backend(Clusters clusters, ClusterSession.Opener opener) {

    /// Makes the backend that a command line asks for.
    @FunctionalInterface
    interface Maker {
        /// Makes it; reads files, but sends nothing.
        Backend make(StartOptions options, Workers workers);
    }
}
