package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.demo.DemoCluster;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The built-in demo cluster before the clusters of the kubeconfig. It is started by the first connection, and then
/// stays, so that coming back finds it as it was left.
final class DemoFirst implements Clusters, AutoCloseable {
    private final Clusters others;
    private final Callable<DemoCluster> start;
    private final Function<ApiTransport, RowReader> rows;
    private final InstantSource clock;
    private final Executor executor;
    private @Nullable DemoCluster demo;

    /// The demo cluster before `others`.
    ///
    /// @param start starts it
    /// @param rows makes the streaming half of a cluster's reader
    DemoFirst(
            Clusters others,
            Callable<DemoCluster> start,
            Function<ApiTransport, RowReader> rows,
            InstantSource clock,
            Executor executor) {
        this.others = others;
        this.start = start;
        this.rows = rows;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public List<KubeContext> contexts() {
        List<KubeContext> all = new ArrayList<>();
        all.add(new KubeContext(
                DemoCluster.CONTEXT, DemoCluster.CONTEXT, DemoCluster.CONTEXT, "", "", "none", null, List.of()));
        all.addAll(others.contexts());
        return all;
    }

    @Override
    public String currentContext() {
        return DemoCluster.CONTEXT;
    }

    @Override
    public List<Path> files() {
        return others.files();
    }

    @Override
    public List<Failure> problems() {
        boolean none = others.files().stream().noneMatch(Files::exists);
        return none ? List.of() : others.problems(); // having no kubeconfig is what the demo cluster is for
    }

    @Override
    public Cluster connect(String context) throws KubeException {
        if (!context.equals(DemoCluster.CONTEXT)) return others.connect(context);
        DemoCluster started = started();
        ApiTransport transport = new HttpApiTransport(Endpoint.of(started.uri()), Login.of(Credential.NONE), executor);
        return new ServerCluster(started.context(), transport, rows.apply(transport), clock);
    }

    private synchronized DemoCluster started() throws KubeException {
        if (demo != null) return demo;
        try {
            DemoCluster started = start.call();
            demo = started;
            return started;
        } catch (IOException e) {
            throw new KubeException(new Failure.Unreachable("demo", e.toString()), e);
        } catch (Exception e) {
            throw new IllegalStateException("the demo cluster does not start", e);
        }
    }

    @Override
    public synchronized void close() {
        if (demo != null) demo.close();
        demo = null;
    }
}
