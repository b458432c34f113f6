package dev.pilothouse.ui.shell;

import dev.pilothouse.insight.DrillDown;
import dev.pilothouse.insight.OwnerJump;
import dev.pilothouse.insight.Target;
import dev.pilothouse.kube.AccessReview;
import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Discovery;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.live.LiveTables;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableListener;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.inspector.InspectorSource;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.usage.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A shell without a window, on one thread, connected to a cluster that shows what a test tells it to.
final class ShellOnBench implements AutoCloseable {
    static final ResourceKind PODS = new ResourceKind(
            GroupVersionResource.core("pods"), "Pod", "pod", List.of("po"), List.of(), true, Set.of(), Set.of());

    private static final RowSchema SCHEMA = new RowSchema(List.of(Column.text("name")));

    final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    final TableModel table = new TableModel(Runnable::run, ShellOnBench::filter, Trace.off());
    final StatusModel status;
    final ConnectionModel connection;
    final ShellModel shell;

    /// What connecting fails with, null where it does not.
    @Nullable Failure refusal;

    /// What is the matter with the kubeconfig.
    List<Failure> problems = List.of();

    private @Nullable TableListener listener;
    private TableQuery query = TableQuery.everything();

    /// @param settings an empty folder
    ShellOnBench(Path settings) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        status = new StatusModel(clock, () -> 0);
        connection = new ConnectionModel(this::connect, Runnable::run, Runnable::run, Trace.off(), clock);
        NamespacesModel namespaces = new NamespacesModel(Runnable::run, Runnable::run);
        TableThreads threads = new TableThreads(Runnable::run, scheduler, System::nanoTime);
        shell = new ShellModel(
                table,
                connection,
                namespaces,
                status,
                new NoticesModel(clock, Trace.off()),
                new Sources(Kubeconfig::new, namespaces, threads, clock),
                new Remembered(SettingsStore.open(settings, scheduler, Runnable::run, clock), new Projectors()),
                Trace.off());
    }

    /// Connects, and opens the pods of these namespaces, of all where none is named.
    ShellOnBench openPods(String... namespaces) {
        shell.connect(
                "shop",
                () -> shell.open(
                        PODS,
                        namespaces.length == 0 ? NamespaceScope.all() : NamespaceScope.of(List.of(namespaces)),
                        ""));
        return this;
    }

    /// Shows a live row of each name.
    ShellOnBench show(String... names) {
        return show(new SyncState.Live(Instant.EPOCH), Map.of(), names);
    }

    /// Shows a row of each name.
    ///
    /// @param states of the namespaces, where several are read
    ShellOnBench show(SyncState state, Map<String, SyncState> states, String... names) {
        List<Row> rows = Stream.of(names)
                .filter(name -> query.filter().test(row(name), SCHEMA))
                .map(ShellOnBench::row)
                .toList();
        if (listener != null)
            listener.result(new TableResult(SCHEMA, rows, names.length, query, null, state, states, Set.of(), 1, 1, 0));
        return this;
    }

    /// The kubeconfig.
    Clusters clusters() {
        return new Kubeconfig();
    }

    private static Row row(String name) {
        return new RowBuilder(SCHEMA).identity("uid-" + name, "", name).build();
    }

    private static FilterReader.Reading filter(String text) {
        return FilterReader.Reading.of(new Filter() {
            @Override
            public boolean test(Row row, RowSchema schema) {
                return row.name().contains(text);
            }

            @Override
            public List<Span> matches(String column, String cell) {
                return List.of();
            }
        });
    }

    private ClusterSession connect(String context) throws KubeException {
        if (refusal != null) throw new KubeException(refusal);
        return new Session();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /// Rows of the cluster, whatever they are asked for.
    private TableFeed feed(TableQuery first, TableListener hearing) {
        query = first;
        listener = hearing;
        return new TableFeed() {
            @Override
            public void query(TableQuery next) {
                query = next;
            }

            @Override
            public void showing(boolean visible) {}

            @Override
            public void refresh() {}

            @Override
            public void close() {}
        };
    }

    /// What is inside a pod.
    Place containers(String pod) {
        TableSource source = this::feed;
        return new Place.Inside(
                new ResourceRef(PODS, "cart", pod, "uid-" + pod),
                new Target.Source(source, "containers(cart/" + pod + ")", new TableQuery.Sort("name", false)));
    }

    private final class Kubeconfig implements Clusters {
        @Override
        public List<KubeContext> contexts() {
            return List.of();
        }

        @Override
        public String currentContext() {
            return "";
        }

        @Override
        public List<Failure> problems() {
            return problems;
        }

        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public Cluster connect(String context) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Session implements ClusterSession, Cluster {
        @Override
        public Cluster cluster() {
            return this;
        }

        @Override
        public LiveTables tables() {
            return new LiveTables() {
                @Override
                public TableSource source(TableRequest request) {
                    return ShellOnBench.this::feed;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public KubeContext context() {
            return new KubeContext("shop", "", "", "", "", "", null, List.of());
        }

        @Override
        public String version() {
            return "v1.34.4";
        }

        @Override
        public Discovery discovery() {
            return () -> new Discovery.Kinds(List.of(PODS), Map.of());
        }

        @Override
        public Traffic traffic() {
            return new Traffic(0, 0);
        }

        @Override
        public void discovered(List<ResourceKind> kinds) {}

        @Override
        public boolean demo() {
            return false;
        }

        @Override
        public void close() {}

        @Override
        public ResourceReader reader() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AccessReview accessReview() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DrillDown drillDown() {
            throw new UnsupportedOperationException();
        }

        @Override
        public OwnerJump owners() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InspectorSource inspector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Usage usage() {
            throw new UnsupportedOperationException();
        }
    }
}
