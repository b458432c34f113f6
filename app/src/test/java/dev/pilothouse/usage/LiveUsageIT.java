package dev.pilothouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.connect.KubeconfigClusters;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.kube.reflect.Reflections;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.ReflectedTables;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.Node;
import dev.pilothouse.testing.NodeTest;
import dev.pilothouse.testing.TestNamespace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tables as the window has them, over a cluster that really runs pods.
@NodeTest
class LiveUsageIT {
    private static final ResourceKind PODS = kind("pods", "Pod", true);
    private static final ResourceKind NODES = kind("nodes", "Node", false);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    private @Nullable Cluster cluster;
    private @Nullable ReflectedTables tables;

    private static ResourceKind kind(String resource, String name, boolean namespaced) {
        return new ResourceKind(
                GroupVersionResource.core(resource),
                name,
                "",
                List.of(),
                List.of(),
                namespaced,
                Set.of("get", "list", "watch"),
                Set.of());
    }

    @BeforeEach
    void connect(ApiServer server) throws Exception {
        Path kubeconfig = server.kubeconfig();
        KubeconfigClusters clusters = new KubeconfigClusters(
                KubeconfigPaths.of(kubeconfig, null, kubeconfig),
                Map.of("PATH", "/usr/bin:/bin"),
                PluginConsent.allowAll(),
                transport -> new Reflections(
                        transport,
                        Clock.systemUTC(),
                        threads,
                        () -> ThreadLocalRandom.current().nextLong()),
                Clock.systemUTC(),
                threads);
        Cluster connected = clusters.connect(clusters.currentContext());
        cluster = connected;
        Usage usage = new Usage(connected.reader(), threads, scheduler, Clock.systemUTC());
        Projectors projectors = new Projectors();
        tables = new ReflectedTables(
                connected.reader(),
                kind -> Optional.ofNullable(projectors.of(kind.gvr())),
                RowOverlay.of(usage, new PodsPerNode(connected.reader())),
                new TableThreads(threads, scheduler, System::nanoTime));
    }

    @AfterEach
    void disconnect() {
        if (tables != null) tables.close();
        if (cluster != null) cluster.close();
        scheduler.shutdownNow();
        threads.close();
    }

    @Test
    void podsComeBurnAndGoOnScreen(Node node, TestNamespace namespace) {
        try (Watched pods = watch(PODS, NamespaceScope.of(namespace.name()));
                Watched nodes = watch(NODES, NamespaceScope.all())) {
            pods.await(30, () -> pods.result().state() instanceof SyncState.Live);
            assertThat(pods.result().rows()).isEmpty();

            namespace.create(Node.pod("idle", "sleep 3600"));
            namespace.create(Node.pod("burner", "touch /tmp/burn; while true; do [ -e /tmp/burn ] || sleep 1; done"));
            pods.await(
                    120,
                    () -> "Running".equals(pods.cell("burner", "status"))
                            && "Running".equals(pods.cell("idle", "status")));
            nodes.await(30, () -> nodes.cell(Node.NAME, "pods") instanceof Long count && count >= 2);

            pods.await(180, () -> pods.cell("burner", "cpu") instanceof Long cpu && cpu > 50);
            assertThat(pods.cell("burner", "mem")).isInstanceOf(Long.class);
            pods.await(60, () -> pods.cell("idle", "cpu") instanceof Long cpu && cpu < 50);
            nodes.await(
                    60,
                    () -> nodes.cell(Node.NAME, "cpu") instanceof Long
                            && nodes.cell(Node.NAME, "%mem") instanceof Integer);

            node.server()
                    .kubectl("exec", "-n", namespace.name(), "burner", "--", "rm", "/tmp/burn")
                    .orThrow();
            pods.await(120, () -> pods.cell("burner", "cpu") instanceof Long cpu && cpu < 50);

            node.server().delete(namespace.path("pods/burner"));
            pods.await(60, () -> pods.row("burner") == null);
            assertThat(pods.row("idle")).isNotNull();
        }
    }

    private Watched watch(ResourceKind kind, NamespaceScope scope) {
        ReflectedTables from = tables;
        if (from == null) throw new IllegalStateException("not connected");
        return new Watched(from.source(TableRequest.of(kind, scope)));
    }

    /// What a view of a table shows at the moment.
    private static final class Watched implements AutoCloseable {
        private final AtomicReference<@Nullable TableResult> latest = new AtomicReference<>();
        private final TableFeed feed;

        Watched(TableSource source) {
            feed = source.open(TableQuery.everything(), latest::set);
        }

        TableResult result() {
            return Objects.requireNonNull(latest.get());
        }

        @Nullable Row row(String name) {
            for (Row row : result().rows()) if (row.name().equals(name)) return row;
            return null;
        }

        @Nullable Object cell(String name, String column) {
            Row row = row(name);
            return row == null ? null : row.cell(result().schema().find(column));
        }

        void await(int seconds, Callable<Boolean> condition) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(seconds))
                    .until(() -> latest.get() != null && condition.call());
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
