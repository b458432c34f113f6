package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.insight.DrillDown;
import dev.pilothouse.insight.ObjectRows;
import dev.pilothouse.insight.OwnerJump;
import dev.pilothouse.kube.Cluster;
import dev.pilothouse.live.LiveTables;
import dev.pilothouse.live.ReflectedTables;
import dev.pilothouse.live.RehearsedTables;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.live.filter.Filters;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.ui.inspector.InspectorSource;
import dev.pilothouse.ui.shell.ClusterSession;
import dev.pilothouse.usage.PodsPerNode;
import dev.pilothouse.usage.Usage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// An open cluster with everything that feeds on its connection.
final class OpenCluster implements ClusterSession {
    private final Cluster cluster;
    private final boolean demo;
    private final Usage usage;
    private final LiveTables tables;
    private final DrillDown drillDown;
    private final OwnerJump owners;
    private final InspectorSource inspector;
    private volatile List<ResourceKind> kinds = List.of();

    /// Everything on this connection.
    ///
    /// @param demo whether it is the built-in cluster
    OpenCluster(Cluster cluster, boolean demo, Workers workers, Clock clock) {
        this.cluster = cluster;
        this.demo = demo;
        TableThreads threads = workers.tables();
        Projectors projectors = new Projectors();
        usage = new Usage(cluster.reader(), workers.blocking(), workers.scheduler(), clock);
        LiveTables reflected = new ReflectedTables(
                cluster.reader(),
                kind -> Optional.ofNullable(projectors.of(kind.gvr())),
                RowOverlay.of(usage, new PodsPerNode(cluster.reader())),
                threads);
        tables = new RehearsedTables(reflected, Filters.containing("qzx"), threads); // hardly any name holds it
        ObjectRows rows = new ObjectRows(cluster.reader(), workers.blocking(), threads, usage::containers);
        drillDown = new DrillDown(cluster.reader(), () -> kinds, rows);
        owners = new OwnerJump(() -> kinds);
        inspector = new ClusterInspector(cluster.reader(), tables, clock);
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public LiveTables tables() {
        return tables;
    }

    @Override
    public DrillDown drillDown() {
        return drillDown;
    }

    @Override
    public OwnerJump owners() {
        return owners;
    }

    @Override
    public InspectorSource inspector() {
        return inspector;
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    public void discovered(List<ResourceKind> found) {
        kinds = found;
    }

    @Override
    public boolean demo() {
        return demo;
    }

    @Override
    public void close() {
        usage.close();
        tables.close();
        cluster.close();
    }
}
