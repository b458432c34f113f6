package dev.pilothouse.demo;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.connect.RowReader;
import dev.pilothouse.kube.connect.ServerCluster;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.Endpoint;
import dev.pilothouse.kube.http.HttpApiTransport;
import dev.pilothouse.kube.login.Credential;
import dev.pilothouse.kube.login.Login;
import dev.pilothouse.text.Text;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The demo cluster as the one context there is.
public final class DemoClusters implements Clusters {
    private final DemoCluster demo;
    private final Function<ApiTransport, RowReader> rows;
    private final InstantSource clock;
    private final Executor executor;

    /// A running demo cluster, whose owner closes it.
    ///
    /// @param rows makes the streaming half of a cluster's reader
    /// @param executor runs small tasks of the HTTP client
    public DemoClusters(
            DemoCluster demo, Function<ApiTransport, RowReader> rows, InstantSource clock, Executor executor) {
        this.demo = demo;
        this.rows = rows;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public List<KubeContext> contexts() {
        return List.of(demo.context());
    }

    @Override
    public String currentContext() {
        return DemoCluster.CONTEXT;
    }

    @Override
    public List<Failure> problems() {
        return List.of();
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public Cluster connect(String context) throws KubeException {
        if (!context.equals(DemoCluster.CONTEXT)) {
            throw new KubeException(new Failure.BadKubeconfig(
                    "context " + context,
                    "",
                    Text.of("kube.kubeconfig.unknownContext", context, DemoCluster.CONTEXT, "")));
        }
        var transport = new HttpApiTransport(Endpoint.of(demo.uri()), Login.of(Credential.NONE), executor);
        return new ServerCluster(demo.context(), transport, rows.apply(transport), clock);
    }
}
