package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.ContextEntry;
import dev.pilothouse.kube.config.Kubeconfig;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.connect.ContextResolver.Resolved;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.HttpApiTransport;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.kube.login.PluginHost;
import dev.pilothouse.text.Text;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The clusters of the kubeconfig files.
public final class KubeconfigClusters implements Clusters {
    private final KubeconfigPaths paths;
    private final ContextResolver resolver;
    private final Function<ApiTransport, RowReader> rows;
    private final InstantSource clock;
    private final Executor executor;

    /// Clusters of the files at `paths`.
    ///
    /// @param environment the variables of our own process
    /// @param consent decides whether a login plugin may be run
    /// @param rows makes the streaming half of a cluster's reader
    /// @param executor runs small tasks of the HTTP client and of login plugins; virtual threads will do
    public KubeconfigClusters(
            KubeconfigPaths paths,
            Map<String, String> environment,
            PluginConsent consent,
            Function<ApiTransport, RowReader> rows,
            InstantSource clock,
            Executor executor) {
        this.paths = paths;
        this.resolver = new ContextResolver(
                new EndpointResolver(new ProxyEnvironment(environment)),
                new LoginResolver(new PluginHost(environment, consent, executor), clock, executor));
        this.rows = rows;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public List<KubeContext> contexts() {
        Kubeconfig config = Kubeconfig.read(paths);
        return config.contexts().values().stream()
                .map(entry -> resolver.resolve(config, entry).context())
                .toList();
    }

    @Override
    public String currentContext() {
        return Kubeconfig.read(paths).currentContext();
    }

    @Override
    public List<Failure> problems() {
        return Kubeconfig.read(paths).problems();
    }

    @Override
    public Cluster connect(String context) throws KubeException {
        Kubeconfig config = Kubeconfig.read(paths);
        ContextEntry entry = config.contexts().get(context);
        if (entry == null) {
            Text problem = Text.of(
                    "kube.kubeconfig.unknownContext",
                    context,
                    String.join(", ", config.contexts().keySet()));
            throw new KubeException(new Failure.BadKubeconfig("context " + context, "", problem));
        }
        Resolved resolved = resolver.resolve(config, entry);
        if (!resolved.context().usable() || resolved.endpoint() == null || resolved.login() == null) {
            throw new KubeException(resolved.context().problems().getFirst());
        }
        ApiTransport transport =
                new HttpApiTransport(resolved.endpoint(), resolved.login().get(), executor);
        return new ServerCluster(resolved.context(), transport, rows.apply(transport), clock);
    }
}
