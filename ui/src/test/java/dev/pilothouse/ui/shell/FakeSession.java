package dev.pilothouse.ui.shell;

import dev.pilothouse.insight.DrillDown;
import dev.pilothouse.insight.ObjectRows;
import dev.pilothouse.insight.OwnerJump;
import dev.pilothouse.kube.AccessReview;
import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Discovery;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import dev.pilothouse.ui.inspector.InspectorSource;
import dev.pilothouse.usage.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A cluster of the test's own: it has pods, deployments and namespaces, and tables that answer when they are told to.
final class FakeSession implements ClusterSession {
    static final ResourceKind PODS = kind("", "pods", "Pod", "po");
    static final ResourceKind DEPLOYMENTS = kind("apps", "deployments", "Deployment", "deploy");
    static final ResourceKind NAMESPACES = kind("", "namespaces", "Namespace", "ns");

    /// What tables were asked for.
    final List<LiveTables.TableRequest> opened = new ArrayList<>();

    /// What was read before anybody asked for it.
    final List<LiveTables.TableRequest> readAhead = new ArrayList<>();

    /// What goes wrong whenever an object is read, if anything.
    @Nullable RuntimeException mistake;

    /// Why the namespaces may not be listed, if so.
    @Nullable Failure refusal;

    private final String context;
    private final HeldTable table = new HeldTable();

    FakeSession(String context) {
        this.context = context;
    }

    /// The table opened last has these rows now, all in the namespace `shop`.
    void show(String... names) {
        show(new SyncState.Live(Instant.EPOCH), Map.of(), names.length, names);
    }

    /// The table opened last has these rows now, as the filter of the moment leaves them.
    ///
    /// @param states of the namespaces, where each is read by a request of its own
    /// @param total how many rows there are before the filter
    void show(SyncState state, Map<String, SyncState> states, int total, String... names) {
        table.show(state, states, total, names);
    }

    @Override
    public Cluster cluster() {
        return new FakeCluster();
    }

    @Override
    public LiveTables tables() {
        return new LiveTables() {
            @Override
            public TableSource source(TableRequest request) {
                opened.add(request);
                return table;
            }

            @Override
            public Runnable readAhead(TableRequest request) {
                readAhead.add(request);
                return () -> {};
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public DrillDown drillDown() {
        TableThreads threads = new TableThreads(Runnable::run, new ScheduledThreadPoolExecutor(0), System::nanoTime);
        ObjectRows rows = new ObjectRows(reader(), Runnable::run, threads, (namespace, pod, changed) -> {
            throw new AssertionError("no containers were asked for");
        });
        return new DrillDown(reader(), FakeSession::kinds, rows);
    }

    @Override
    public OwnerJump owners() {
        return new OwnerJump(FakeSession::kinds);
    }

    @Override
    public InspectorSource inspector() {
        throw new AssertionError("the inspector is closed");
    }

    @Override
    public Usage usage() {
        throw new AssertionError("nobody looks at the usage");
    }

    @Override
    public void discovered(List<ResourceKind> kinds) {}

    @Override
    public boolean demo() {
        return false;
    }

    @Override
    public void close() {}

    private ResourceReader reader() {
        return new FakeReader();
    }

    static List<ResourceKind> kinds() {
        return List.of(PODS, DEPLOYMENTS, NAMESPACES);
    }

    private static ResourceKind kind(String group, String plural, String name, String shortName) {
        return new ResourceKind(
                new GroupVersionResource(group, "v1", plural),
                name,
                name.toLowerCase(Locale.ROOT),
                List.of(shortName),
                List.of(),
                !plural.equals("namespaces"),
                Set.of("list", "watch"),
                Set.of());
    }

    private final class FakeReader implements ResourceReader {
        @Override
        public KubeObject get(ResourceRef ref) {
            if (mistake != null) throw mistake;
            return new KubeObject(Map.of("spec", Map.of("selector", Map.of("matchLabels", Map.of("app", "web")))));
        }

        @Override
        public List<KubeObject> list(ResourceKind kind, String namespace, String labelSelector, String fieldSelector)
                throws KubeException {
            if (refusal != null) throw new KubeException(refusal);
            return List.of(new KubeObject(Map.of("metadata", Map.of("name", "shop"))));
        }

        @Override
        public void read(Query asked, Projector projector, Consumer<Row> rows) {
            throw new AssertionError("tables read by themselves");
        }

        @Override
        public Reflection reflect(Query asked, @Nullable Supplier<Projector> projectors, RowSink sink) {
            throw new AssertionError("tables read by themselves");
        }
    }

    private final class FakeCluster implements Cluster {
        @Override
        public KubeContext context() {
            return new KubeContext(context, context, "me", "", "https://shop.example", "token", null, List.of());
        }

        @Override
        public String version() {
            return "v1.34.4";
        }

        @Override
        public Discovery discovery() {
            return () -> new Discovery.Kinds(kinds(), Map.of());
        }

        @Override
        public ResourceReader reader() {
            return FakeSession.this.reader();
        }

        @Override
        public AccessReview accessReview() {
            throw new AssertionError("nobody asks for rights");
        }

        @Override
        public Traffic traffic() {
            return new Traffic(0, 0);
        }

        @Override
        public void close() {}
    }
}
