package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.connect.KubeconfigClusters;
import dev.pilothouse.kube.login.PluginConsent;
import java.nio.file.Path;
import java.time.Clock;

/// The clusters of the kubeconfig.
final class Backends {
    private Backends() {}

    /// The clusters that `options` ask for.
    static Backend of(StartOptions options, Workers workers) {
        Clock clock = Clock.systemUTC();
        KubeconfigPaths paths = KubeconfigPaths.of(
                options.kubeconfig(), System.getenv("KUBECONFIG"), Path.of(System.getProperty("user.home")));
        Clusters clusters = new KubeconfigClusters(
                paths,
                System.getenv(),
                PluginConsent.allowAll(),
                transport -> new Waiting(),
                clock,
                workers.blocking());
        return new Backend(clusters, context -> new OpenCluster(clusters.connect(context), false, workers, clock));
    }
}
