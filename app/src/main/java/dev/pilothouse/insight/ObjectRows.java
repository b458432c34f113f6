package dev.pilothouse.insight;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Live tables of what is inside one object: the containers of a pod, the rules of a role.
public final class ObjectRows {
    private final ResourceReader reader;
    private final Executor blocking;
    private final TableThreads threads;
    private final ContainerUsage usage;

    /// What the containers of a pod use, laid over rows that are named as the containers are.
    @FunctionalInterface
    public interface ContainerUsage {
        /// Begins to gather.
        ///
        /// @param changed is run whenever rows should be asked about again
        Session start(String namespace, String pod, Runnable changed);
    }

    /// Rows of objects that `reader` reads.
    ///
    /// @param blocking runs requests
    public ObjectRows(ResourceReader reader, Executor blocking, TableThreads threads, ContainerUsage usage) {
        this.reader = reader;
        this.blocking = blocking;
        this.threads = threads;
        this.usage = usage;
    }

    /// The containers of a pod: init containers, containers, ephemeral containers.
    Target containers(ResourceRef pod) {
        ObjectTable.Overlay overlay = changed -> usage.start(pod.namespace(), pod.name(), changed);
        TableSource source = source(pod, ContainerRows.SCHEMA, ContainerRows::of, overlay);
        return new Target.Source(
                source, "containers(" + pod.qualifiedName() + ")", new Sort(ContainerRows.INDEX.id(), false));
    }

    /// The rules of a role or a cluster role.
    Target rules(ResourceRef role) {
        TableSource source = source(role, RuleRows.SCHEMA, RuleRows::of, changed -> Session.IDENTITY);
        return new Target.Source(source, "rules(" + role.qualifiedName() + ")", new Sort("name", false));
    }

    private TableSource source(
            ResourceRef ref, RowSchema schema, Function<KubeObject, List<Row>> rows, ObjectTable.Overlay overlay) {
        return (query, listener) -> ObjectTable.open(
                reader, ref, blocking, threads, new ObjectTable.Content(schema, rows, overlay), query, listener);
    }
}
