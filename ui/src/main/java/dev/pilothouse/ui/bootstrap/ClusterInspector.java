package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.insight.describe.Describers;
import dev.pilothouse.insight.describe.Description;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.live.LiveTables;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.ui.inspector.InspectorSource;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// What the inspector reads of one cluster.
final class ClusterInspector implements InspectorSource {
    private static final ResourceKind EVENTS = new ResourceKind(
            GroupVersionResource.core("events"),
            "Event",
            "event",
            List.of("ev"),
            List.of(),
            true,
            Set.of("get", "list", "watch"),
            Set.of());

    private final ResourceReader reader;
    private final LiveTables tables;
    private final Describers describers;

    ClusterInspector(ResourceReader reader, LiveTables tables, Clock clock) {
        this.reader = reader;
        this.tables = tables;
        this.describers = new Describers(reader, clock);
    }

    @Override
    public KubeObject read(ResourceRef ref) throws KubeException, InterruptedException {
        return reader.get(ref);
    }

    @Override
    public Description describe(ResourceRef ref) throws KubeException, InterruptedException {
        return describers.describe(ref);
    }

    /// Events of cluster-scoped objects are in the namespace `default`, or wherever their reporter was; so all are
    /// asked.
    @Override
    public TableSource events(ResourceRef ref) {
        NamespaceScope scope = ref.namespace().isEmpty() ? NamespaceScope.all() : NamespaceScope.of(ref.namespace());
        String selector = "involvedObject.name=" + ref.name() + ",involvedObject.kind="
                + ref.kind().kind();
        String fields = ref.uid().isEmpty() ? selector : selector + ",involvedObject.uid=" + ref.uid();
        return tables.source(new TableRequest(EVENTS, scope, "", fields, ""));
    }
}
