package dev.pilothouse.kube.connect;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A cluster reached as the program reaches it: from a kubeconfig file.
final class Connected implements AutoCloseable {
    static final ResourceKind PODS = kind("", "v1", "pods", "Pod", true);
    static final ResourceKind NAMESPACES = kind("", "v1", "namespaces", "Namespace", false);
    static final ResourceKind SECRETS = kind("", "v1", "secrets", "Secret", true);
    static final ResourceKind DEPLOYMENTS = kind("apps", "v1", "deployments", "Deployment", true);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final KubeconfigClusters clusters;
    final Cluster cluster;

    Connected(Path kubeconfig) throws KubeException {
        this(kubeconfig, Map.of("PATH", "/usr/bin:/bin"), PluginConsent.allowAll());
    }

    Connected(Path kubeconfig, Map<String, String> environment, PluginConsent consent) throws KubeException {
        clusters = new KubeconfigClusters(
                KubeconfigPaths.of(kubeconfig, null, kubeconfig),
                environment,
                consent,
                transport -> new NoRows(),
                Clock.systemUTC(),
                executor);
        cluster = clusters.connect(clusters.currentContext());
    }

    /// A kubeconfig with one cluster and one user, both in YAML's flow style.
    static Path kubeconfig(Path file, String cluster, String user) {
        try {
            return Files.writeString(file, """
                    apiVersion: v1
                    kind: Config
                    current-context: test
                    clusters: [{name: test, cluster: %s}]
                    users: [{name: user, user: %s}]
                    contexts: [{name: test, context: {cluster: test, user: user}}]
                    """.formatted(cluster, user));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ResourceKind kind(String group, String version, String plural, String kind, boolean namespaced) {
        return new ResourceKind(
                new GroupVersionResource(group, version, plural),
                kind,
                "",
                List.of(),
                List.of(),
                namespaced,
                Set.of("list"),
                Set.of());
    }

    /// The failure of a call that has to fail.
    static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(KubeException.class, call).failure();
    }

    @Override
    public void close() {
        cluster.close();
        executor.close();
    }
}
