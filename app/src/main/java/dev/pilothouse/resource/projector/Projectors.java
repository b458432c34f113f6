package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.Projector;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which kinds have columns of their own. All others come as the server's Table.
public final class Projectors {
    private static final String APPS = "apps";
    private static final String BATCH = "batch";

    private final Map<GroupVersionResource, KindTable> tables = Map.ofEntries(
            Map.entry(GroupVersionResource.core("pods"), KindTable.of(PodProjector.SCHEMA, PodProjector::new)),
            Map.entry(
                    GroupVersionResource.core("namespaces"),
                    KindTable.of(NamespaceProjector.SCHEMA, NamespaceProjector::new)),
            Map.entry(GroupVersionResource.core("nodes"), KindTable.of(NodeProjector.SCHEMA, NodeProjector::new)),
            Map.entry(
                    GroupVersionResource.core("services"),
                    KindTable.of(ServiceProjector.SCHEMA, ServiceProjector::new)),
            Map.entry(
                    GroupVersionResource.core("events"),
                    new KindTable(
                            EventProjector.SCHEMA,
                            EventProjector::new,
                            new DefaultOrder(EventProjector.LAST_SEEN.id(), false))),
            Map.entry(
                    new GroupVersionResource(APPS, "v1", "deployments"),
                    KindTable.of(DeploymentProjector.SCHEMA, DeploymentProjector::new)),
            Map.entry(
                    new GroupVersionResource(APPS, "v1", "replicasets"),
                    KindTable.of(ReplicaSetProjector.SCHEMA, ReplicaSetProjector::new)),
            Map.entry(
                    new GroupVersionResource(APPS, "v1", "statefulsets"),
                    KindTable.of(StatefulSetProjector.SCHEMA, StatefulSetProjector::new)),
            Map.entry(
                    new GroupVersionResource(APPS, "v1", "daemonsets"),
                    KindTable.of(DaemonSetProjector.SCHEMA, DaemonSetProjector::new)),
            Map.entry(
                    new GroupVersionResource(BATCH, "v1", "jobs"),
                    KindTable.of(JobProjector.SCHEMA, JobProjector::new)),
            Map.entry(
                    new GroupVersionResource(BATCH, "v1", "cronjobs"),
                    KindTable.of(CronJobProjector.SCHEMA, CronJobProjector::new)));

    /// The table of a kind, or null where it comes as the server's Table.
    public @Nullable KindTable of(GroupVersionResource kind) {
        return tables.get(kind);
    }

    /// All kinds with columns of their own.
    public Map<GroupVersionResource, KindTable> all() {
        return tables;
    }

    /// The table of a kind.
    ///
    /// @param schema the columns
    /// @param projectors makes a projector; each stream needs its own
    /// @param order how the rows stand unless the user sorts them, or null for namespace and name
    public record KindTable(
            RowSchema schema,
            Supplier<Projector> projectors,
            @Nullable DefaultOrder order) {

        static KindTable of(RowSchema schema, Supplier<Projector> projectors) {
            return new KindTable(schema, projectors, null);
        }
    }

    /// How rows stand unless the user sorts them.
    ///
    /// @param column the id of a column
    /// @param descending whether the greatest value comes first
    public record DefaultOrder(String column, boolean descending) {}
}
