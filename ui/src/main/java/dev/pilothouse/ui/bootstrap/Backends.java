package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.demo.DemoCluster;
import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.connect.KubeconfigClusters;
import dev.pilothouse.kube.connect.RowReader;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.kube.reflect.Reflections;
import dev.pilothouse.ui.shell.ClusterSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Chooses the clusters: those of the kubeconfig, or the demo cluster where there is none or where it is asked for.
final class Backends {
    private Backends() {}

    /// The clusters that `options` ask for.
    static Backend of(StartOptions options, Workers workers, Clock clock, PluginConsent consent) {
        KubeconfigPaths paths = KubeconfigPaths.of(
                options.kubeconfig(), System.getenv("KUBECONFIG"), Path.of(System.getProperty("user.home")));
        boolean none = !paths.explicit() && paths.files().stream().noneMatch(Files::exists);
        return of(
                paths,
                options.demo() || none,
                () -> DemoCluster.start(DemoOptions.living(), workers.blocking(), workers.scheduler()),
                workers,
                clock,
                consent);
    }

    /// The clusters of the kubeconfig at `paths`.
    ///
    /// @param demo whether the demo cluster comes first
    /// @param start starts the demo cluster when it is first asked for
    static Backend of(
            KubeconfigPaths paths,
            boolean demo,
            Callable<DemoCluster> start,
            Workers workers,
            Clock clock,
            PluginConsent consent) {
        // Asked anew each time: a generator of one thread may not be handed to another.
        Function<ApiTransport, RowReader> rows = transport -> new Reflections(
                transport,
                clock,
                workers.blocking(),
                () -> ThreadLocalRandom.current().nextLong());
        Clusters clusters = new KubeconfigClusters(paths, System.getenv(), consent, rows, clock, workers.blocking());
        if (!demo) return new Backend(clusters, () -> {}, opener(clusters, workers, clock));
        DemoFirst withDemo = new DemoFirst(clusters, start, rows, clock, workers.blocking());
        return new Backend(withDemo, withDemo::close, opener(withDemo, workers, clock));
    }

    private static ClusterSession.Opener opener(Clusters clusters, Workers workers, Clock clock) {
        return context -> {
            var cluster = clusters.connect(context);
            boolean isDemo =
                    clusters instanceof DemoFirst && cluster.context().name().equals(DemoCluster.CONTEXT);
            return new OpenCluster(cluster, isDemo, workers, clock);
        };
    }
}
