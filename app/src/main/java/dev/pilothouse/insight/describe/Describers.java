package dev.pilothouse.insight.describe;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Describes one object: reads it, its events and, for a node, the pods on it, then says everything about it.
public final class Describers {
    private static final ResourceKind EVENTS = kind(GroupVersionResource.core("events"), "Event", true);
    private static final ResourceKind PODS = kind(GroupVersionResource.core("pods"), "Pod", true);
    private static final ResourceKind LEASES =
            kind(new GroupVersionResource("coordination.k8s.io", "v1", "leases"), "Lease", true);
    private static final String NODE_LEASES = "kube-node-lease";
    private static final Map<String, Describer> BY_KIND =
            Map.of("v1/pods", new PodDescriber(), "v1/nodes", new NodeDescriber());
    private static final Describer ANY = new GenericDescriber();

    private final ResourceReader reader;
    private final Clock clock;

    /// Describes what `reader` reads; ages are counted to the time of `clock`.
    public Describers(ResourceReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /// Describes an object as it is now. Events and pods that may not be read are named in the text, with the
    /// request.
    ///
    /// @throws KubeException where the object itself cannot be read
    public Description describe(ResourceRef ref) throws KubeException, InterruptedException {
        KubeObject object = reader.get(ref);
        boolean isNode = ref.kind().gvr().toString().equals("v1/nodes");
        Answer events = ask(EVENTS, ref.namespace(), eventsOf(object, isNode));
        Answer pods = isNode ? ask(PODS, "", "spec.nodeName=" + object.name()) : new Answer(null, null);
        KubeObject lease = isNode ? leaseOf(object) : null;
        return describe(
                ref,
                object,
                new Surroundings(clock.instant(), events.objects, events.failure, pods.objects, pods.failure, lease));
    }

    static Description describe(ResourceRef ref, KubeObject object, Surroundings around) {
        DescriptionWriter out = new DescriptionWriter();
        BY_KIND.getOrDefault(ref.kind().gvr().toString(), ANY).describe(object, around, out);
        EventsDescription.describe(around, out);
        return out.build();
    }

    /// The kubelet writes a node's events with the node's name for a uid, other controllers with the uid.
    private static String eventsOf(KubeObject object, boolean isNode) {
        return isNode
                ? "involvedObject.kind=Node,involvedObject.name=" + object.name()
                : "involvedObject.uid=" + object.uid();
    }

    private Answer ask(ResourceKind kind, String namespace, String fieldSelector) throws InterruptedException {
        try {
            return new Answer(reader.list(kind, namespace, "", fieldSelector), null);
        } catch (KubeException e) {
            return new Answer(null, e.failure());
        }
    }

    private @Nullable KubeObject leaseOf(KubeObject node) throws InterruptedException {
        try {
            return reader.get(new ResourceRef(LEASES, NODE_LEASES, node.name(), ""));
        } catch (KubeException e) {
            return null; // a node without a lease, or one that may not be read: the section says <none>
        }
    }

    private static ResourceKind kind(GroupVersionResource gvr, String name, boolean namespaced) {
        return new ResourceKind(gvr, name, "", List.of(), List.of(), namespaced, Set.of("list", "get"), Set.of());
    }

    private record Answer(
            @Nullable List<KubeObject> objects, @Nullable Failure failure) {}
}
