package dev.pilothouse.insight;

import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.SelectorText;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What `Enter` opens for an object of any kind: namespace → pods, workload → pods, pod → containers, cron
/// job → jobs, custom resource definition → its objects, role → rules.
public final class DrillDown {
    private static final String BATCH = "batch";

    private final ResourceReader reader;
    private final KnownKinds kinds;
    private final ObjectRows rows;

    /// Drills into the objects of one cluster.
    ///
    /// @param discovered the kinds that discovery has found
    /// @param rows tables of what is inside one object
    public DrillDown(ResourceReader reader, Supplier<List<ResourceKind>> discovered, ObjectRows rows) {
        this.reader = reader;
        this.kinds = new KnownKinds(discovered);
        this.rows = rows;
    }

    /// What `Enter` on this object leads to. Reads the object where its selector is needed, and so may block.
    public Target from(ResourceRef ref) throws KubeException, InterruptedException {
        return switch (ref.kind().gvr().qualifiedName()) {
            case "namespaces" -> pods(ref, NamespaceScope.of(ref.name()), "", "");
            case "nodes" -> pods(ref, NamespaceScope.all(), "", "spec.nodeName=" + ref.name());
            case "services" -> selected(ref, SelectorText.of(reader.get(ref).map("spec", "selector")));
            case "replicationcontrollers" ->
                selected(ref, SelectorText.of(reader.get(ref).map("spec", "selector")));
            case "deployments.apps", "statefulsets.apps", "daemonsets.apps", "replicasets.apps", "jobs.batch" ->
                selected(ref, selector(ref));
            case "cronjobs.batch" -> owned(ref, kinds.byResource(BATCH, "jobs"), "jobs", "");
            case "pods" -> rows.containers(ref);
            case "roles.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io" -> rows.rules(ref);
            case "customresourcedefinitions.apiextensions.k8s.io" -> objects(ref);
            default -> new Target.Inspect();
        };
    }

    /// The replica sets of a deployment, old and new.
    public Target replicaSets(ResourceRef deployment) throws KubeException, InterruptedException {
        KubeObject object = reader.get(deployment);
        String selector = SelectorText.of(object, "spec", "selector");
        ResourceRef found = new ResourceRef(deployment.kind(), deployment.namespace(), deployment.name(), object.uid());
        return owned(found, kinds.byResource("apps", "replicasets"), "replicasets", selector == null ? "" : selector);
    }

    private @Nullable String selector(ResourceRef ref) throws KubeException, InterruptedException {
        return SelectorText.of(reader.get(ref), "spec", "selector");
    }

    private Target selected(ResourceRef ref, @Nullable String selector) {
        if (selector == null) {
            return new Target.Nothing(
                    Text.of("insight.drill.noSelector", ref.kind().kind(), ref.qualifiedName()));
        }
        return pods(ref, NamespaceScope.of(ref.namespace()), selector, "");
    }

    private Target pods(ResourceRef of, NamespaceScope scope, String labelSelector, String fieldSelector) {
        ResourceKind pods = kinds.byResource("", "pods");
        if (pods == null) return unserved("pods");
        return new Target.Table(new TableRequest(pods, scope, labelSelector, fieldSelector, ""), title(of));
    }

    private Target owned(ResourceRef owner, @Nullable ResourceKind kind, String resource, String labelSelector) {
        if (kind == null) return unserved(resource);
        NamespaceScope scope = NamespaceScope.of(owner.namespace());
        return new Target.Table(new TableRequest(kind, scope, labelSelector, "", owner.uid()), title(owner));
    }

    /// A definition is named after what it defines: `widgets.example.com`.
    private Target objects(ResourceRef definition) {
        String name = definition.name();
        int dot = name.indexOf('.');
        ResourceKind kind = dot < 0 ? null : kinds.byResource(name.substring(dot + 1), name.substring(0, dot));
        if (kind == null) return unserved(name);
        return new Target.Table(TableRequest.of(kind, NamespaceScope.all()), title(definition));
    }

    private static Target unserved(String resource) {
        return new Target.Nothing(Text.of("insight.drill.unserved", resource));
    }

    private static String title(ResourceRef of) {
        return of.kind().kind().toLowerCase(Locale.ROOT) + "/" + of.qualifiedName();
    }
}
