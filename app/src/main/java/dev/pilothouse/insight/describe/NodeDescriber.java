package dev.pilothouse.insight.describe;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Describes nodes: all that `kubectl describe node` says, the pods on it and what they ask for included.
final class NodeDescriber implements Describer {
    private static final String ROLE = "node-role.kubernetes.io/";
    private static final Set<String> ALWAYS_SUMMED = Set.of("cpu", "memory", "ephemeral-storage");

    @Override
    public void describe(KubeObject node, Surroundings around, DescriptionWriter out) {
        identity(node, out);
        lease(around.lease(), out);
        out.section("Conditions", part -> conditions(node, part));
        out.section(
                "Addresses",
                part -> node.objects("status", "addresses")
                        .forEach(address -> part.field(address.string("type"), address.string("address"))));
        out.section("Capacity", part -> Resources.amounts(node.map("status", "capacity"), part));
        out.section("Allocatable", part -> Resources.amounts(node.map("status", "allocatable"), part));
        out.section("System Info", part -> systemInfo(new KubeObject(node.map("status", "nodeInfo")), part));
        out.fieldIfAny("PodCIDR", node.string("spec", "podCIDR"));
        out.fieldIfAny("PodCIDRs", String.join(",", node.strings("spec", "podCIDRs")));
        out.fieldIfAny("ProviderID", node.string("spec", "providerID"));
        pods(node, around, out);
    }

    private static void identity(KubeObject node, DescriptionWriter out) {
        Map<String, ?> labels = node.map("metadata", "labels");
        List<String> roles = labels.keySet().stream()
                .filter(key -> key.startsWith(ROLE) && key.length() > ROLE.length())
                .map(key -> key.substring(ROLE.length()))
                .sorted()
                .toList();
        out.field("Name", node.name()).field("Roles", String.join(",", roles));
        out.map("Labels", labels, "=");
        Metadata.annotations(node, out);
        out.field("CreationTimestamp", Times.full(node.string("metadata", "creationTimestamp")));
        out.list(
                "Taints",
                node.objects("spec", "taints").stream()
                        .map(NodeDescriber::taint)
                        .toList());
        out.field("Unschedulable", node.string("spec", "unschedulable").equals("true") ? "true" : "false");
    }

    private static String taint(KubeObject taint) {
        String value = taint.string("value");
        return taint.string("key") + (value.isEmpty() ? "" : "=" + value) + ":" + taint.string("effect");
    }

    private static void lease(@org.jspecify.annotations.Nullable KubeObject lease, DescriptionWriter out) {
        if (lease == null) {
            out.field("Lease", "");
            return;
        }
        out.section(
                "Lease",
                part -> part.field("HolderIdentity", lease.string("spec", "holderIdentity"))
                        .field("AcquireTime", Times.full(lease.string("spec", "acquireTime")))
                        .field("RenewTime", Times.full(lease.string("spec", "renewTime"))));
    }

    private static void conditions(KubeObject node, DescriptionWriter out) {
        List<KubeObject> conditions = node.objects("status", "conditions");
        if (conditions.isEmpty()) return;
        out.table(
                List.of("Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message"),
                conditions.stream()
                        .map(c -> List.of(
                                c.string("type"),
                                c.string("status"),
                                Times.full(c.string("lastHeartbeatTime")),
                                Times.full(c.string("lastTransitionTime")),
                                c.string("reason"),
                                c.string("message")))
                        .toList());
    }

    private static void systemInfo(KubeObject info, DescriptionWriter out) {
        out.field("Machine ID", info.string("machineID"));
        out.field("System UUID", info.string("systemUUID"));
        out.field("Boot ID", info.string("bootID"));
        out.field("Kernel Version", info.string("kernelVersion"));
        out.field("OS Image", info.string("osImage"));
        out.field("Operating System", info.string("operatingSystem"));
        out.field("Architecture", info.string("architecture"));
        out.field("Container Runtime Version", info.string("containerRuntimeVersion"));
        out.field("Kubelet Version", info.string("kubeletVersion"));
        out.fieldIfAny("Kube-Proxy Version", info.string("kubeProxyVersion"));
    }

    private static void pods(KubeObject node, Surroundings around, DescriptionWriter out) {
        List<KubeObject> all = around.pods();
        if (all == null) {
            Failure failure = around.podsFailure();
            out.field("Pods", failure == null ? "" : "<" + failure.name() + ": " + failure.request() + ">");
            return;
        }
        KubeObject allocatable = new KubeObject(
                node.map("status", "allocatable").isEmpty()
                        ? node.map("status", "capacity")
                        : node.map("status", "allocatable"));
        List<KubeObject> running = all.stream()
                .filter(pod -> !Set.of("Succeeded", "Failed").contains(pod.string("status", "phase")))
                .sorted(Comparator.comparing(KubeObject::namespace).thenComparing(KubeObject::name))
                .toList();
        List<PodResources> asked = running.stream().map(PodResources::of).toList();
        out.field("Non-terminated Pods", "(" + running.size() + " in total)");
        out.indented(part -> podTable(running, asked, allocatable, around, part));
        out.section("Allocated resources", part -> {
            part.line("(Total limits may be over 100 percent, i.e., overcommitted.)");
            allocated(asked, allocatable, part);
        });
    }

    private static void podTable(
            List<KubeObject> pods,
            List<PodResources> asked,
            KubeObject allocatable,
            Surroundings around,
            DescriptionWriter out) {
        if (pods.isEmpty()) return;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < pods.size(); i++) {
            KubeObject pod = pods.get(i);
            PodResources of = asked.get(i);
            rows.add(List.of(
                    pod.namespace(),
                    pod.name(),
                    share(of.request("cpu"), "cpu", allocatable),
                    share(of.limit("cpu"), "cpu", allocatable),
                    share(of.request("memory"), "memory", allocatable),
                    share(of.limit("memory"), "memory", allocatable),
                    Times.age(pod.string("metadata", "creationTimestamp"), around.now())));
        }
        out.table(
                List.of("Namespace", "Name", "CPU Requests", "CPU Limits", "Memory Requests", "Memory Limits", "Age"),
                rows);
    }

    private static void allocated(List<PodResources> asked, KubeObject allocatable, DescriptionWriter out) {
        Set<String> names = new TreeSet<>(allocatable.content().keySet());
        names.remove("pods");
        names.addAll(ALWAYS_SUMMED);
        List<List<String>> rows = names.stream()
                .sorted(Comparator.comparing((String name) -> !ALWAYS_SUMMED.contains(name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> List.of(
                        name,
                        share(PodResources.sum(asked, pod -> pod.request(name)), name, allocatable),
                        share(PodResources.sum(asked, pod -> pod.limit(name)), name, allocatable)))
                .toList();
        out.table(List.of("Resource", "Requests", "Limits"), rows);
    }

    private static String share(Amount amount, String resource, KubeObject allocatable) {
        return amount + " (" + amount.percentOf(Amount.parse(allocatable.string(resource))) + "%)";
    }
}
