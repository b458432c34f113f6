package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.ContextEntry;
import dev.pilothouse.kube.config.Kubeconfig;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.config.KubeconfigSource;
import dev.pilothouse.kube.connect.ContextResolver.Resolved;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.HttpApiTransport;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.kube.login.PluginHost;
import dev.pilothouse.text.Nearest;
import dev.pilothouse.text.Text;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The clusters of the kubeconfig files.
public final class KubeconfigClusters implements Clusters {
    private static final int PROPOSALS = 10;

    private final KubeconfigSource source;
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
        this.source = new KubeconfigSource(paths);
        this.resolver = new ContextResolver(
                new EndpointResolver(new ProxyEnvironment(environment)),
                new LoginResolver(new PluginHost(environment, consent, executor), clock, executor));
        this.rows = rows;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public List<KubeContext> contexts() {
        Kubeconfig config = source.read();
        return config.contexts().values().stream()
                .map(entry -> resolver.resolve(config, entry).context())
                .toList();
    }

    @Override
    public String currentContext() {
        return source.read().currentContext();
    }

    @Override
    public List<Failure> problems() {
        return source.read().problems();
    }

    @Override
    public List<Path> files() {
        return source.files();
    }

    @Override
    public Cluster connect(String context) throws KubeException {
        Kubeconfig config = source.read();
        ContextEntry entry = config.contexts().get(context);
        if (entry == null) throw new KubeException(unknown(context, config));
        Resolved resolved = resolver.resolve(config, entry);
        if (!resolved.context().usable() || resolved.endpoint() == null || resolved.login() == null) {
            throw new KubeException(resolved.context().problems().getFirst());
        }
        ApiTransport transport =
                new HttpApiTransport(resolved.endpoint(), resolved.login().get(), executor);
        return new ServerCluster(resolved.context(), transport, rows.apply(transport), clock);
    }

    private Failure unknown(String context, Kubeconfig config) {
        Collection<String> names = config.contexts().keySet();
        String files = source.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        String nearest =
                Nearest.sorted(context, names).stream().limit(PROPOSALS).collect(Collectors.joining(", "));
        Text problem = names.isEmpty()
                ? Text.of("kube.kubeconfig.noContexts", context)
                : Text.of("kube.kubeconfig.unknownContext", context, nearest);
        return new Failure.BadKubeconfig(files, "", problem);
    }
}
