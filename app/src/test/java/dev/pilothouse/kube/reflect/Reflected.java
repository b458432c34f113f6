package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.connect.KubeconfigClusters;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.projector.Projectors.KindTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A cluster reached as the program reaches it, with retries that a test can wait for.
final class Reflected implements AutoCloseable {
    static final ResourceKind PODS = kind("", "v1", "pods", "Pod", true);
    static final ResourceKind SERVICES = kind("", "v1", "services", "Service", true);
    static final ResourceKind CONFIG_MAPS = kind("", "v1", "configmaps", "ConfigMap", true);

    /// As usual, only that nobody waits for minutes.
    static final Pace QUICK = new Pace(
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMinutes(5),
            Duration.ofSeconds(90),
            Duration.ofMillis(200),
            Duration.ofSeconds(15),
            Duration.ofMillis(500));

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Reflection> reflections = new ArrayList<>();
    private final Cluster cluster;

    Reflected(Path kubeconfig) throws KubeException {
        this(kubeconfig, QUICK);
    }

    Reflected(Path kubeconfig, Pace pace) throws KubeException {
        KubeconfigClusters clusters = new KubeconfigClusters(
                KubeconfigPaths.of(kubeconfig, null, kubeconfig),
                Map.of("PATH", "/usr/bin:/bin"),
                PluginConsent.allowAll(),
                transport -> new Reflections(
                        transport, Clock.systemUTC(), executor, new Random(1), pace, Allowance.ofHeap()),
                Clock.systemUTC(),
                executor);
        cluster = clusters.connect(clusters.currentContext());
    }

    Cluster cluster() {
        return cluster;
    }

    /// Reflects a kind with the columns it has in the program, until this is closed.
    Reflection reflect(ResourceKind kind, String namespace, RecordingSink sink) {
        KindTable table = new Projectors().of(kind.gvr());
        Query query = new Query(kind, namespace, "", "");
        Reflection reflection = cluster.reader().reflect(query, table == null ? null : table.projectors(), sink);
        reflections.add(reflection);
        return reflection;
    }

    static ResourceKind kind(String group, String version, String plural, String kind, boolean namespaced) {
        return new ResourceKind(
                new GroupVersionResource(group, version, plural),
                kind,
                "",
                List.of(),
                List.of(),
                namespaced,
                Set.of("list", "watch", "get"),
                Set.of());
    }

    @Override
    public void close() {
        reflections.forEach(Reflection::close);
        cluster.close();
        executor.close();
    }
}
