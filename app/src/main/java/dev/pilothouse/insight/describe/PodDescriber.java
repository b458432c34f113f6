package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.SelectorText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Describes pods: all that `kubectl describe pod` says.
final class PodDescriber implements Describer {

    @Override
    public void describe(KubeObject pod, Surroundings around, DescriptionWriter out) {
        identity(pod, around, out);
        out.section("Resources", part -> Resources.limitsAndRequests(pod.map("spec", "resources"), part));
        ContainerDescription containers = new ContainerDescription(pod);
        containers.describe("Init Containers", "initContainers", "initContainerStatuses", out);
        containers.describe("Containers", "containers", "containerStatuses", out);
        containers.describe("Ephemeral Containers", "ephemeralContainers", "ephemeralContainerStatuses", out);
        out.section("Readiness Gates", part -> readinessGates(pod, part));
        out.section("Conditions", part -> conditions(pod, around, part));
        VolumeDescription.describe(pod, out);
        out.field("QoS Class", pod.string("status", "qosClass"));
        out.map("Node-Selectors", pod.map("spec", "nodeSelector"), "=");
        out.list(
                "Tolerations",
                pod.objects("spec", "tolerations").stream()
                        .map(PodDescriber::toleration)
                        .sorted()
                        .toList());
        List<KubeObject> spread = pod.objects("spec", "topologySpreadConstraints");
        if (!spread.isEmpty())
            out.list(
                    "Topology Spread Constraints",
                    spread.stream().map(PodDescriber::spread).sorted().toList());
    }

    private static void identity(KubeObject pod, Surroundings around, DescriptionWriter out) {
        out.field("Name", pod.name()).field("Namespace", pod.namespace());
        out.fieldIfAny("Priority", pod.string("spec", "priority"));
        out.fieldIfAny("Priority Class Name", pod.string("spec", "priorityClassName"));
        out.fieldIfAny("Runtime Class Name", pod.string("spec", "runtimeClassName"));
        out.fieldIfAny("Service Account", pod.string("spec", "serviceAccountName"));
        String node = pod.string("spec", "nodeName");
        out.field("Node", node.isEmpty() ? "" : node + "/" + pod.string("status", "hostIP"));
        out.fieldIfAny("Start Time", Times.full(pod.string("status", "startTime")));
        out.map("Labels", pod.map("metadata", "labels"), "=");
        Metadata.annotations(pod, out);
        status(pod, around, out);
        out.fieldIfAny("Reason", pod.string("status", "reason"));
        out.fieldIfAny("Message", pod.string("status", "message"));
        out.fieldIfAny("SeccompProfile", Resources.seccomp(pod.map("spec", "securityContext")));
        out.field("IP", pod.string("status", "podIP"));
        out.list(
                "IPs",
                pod.objects("status", "podIPs").stream()
                        .map(ip -> ip.string("ip"))
                        .toList());
        out.fieldIfAny("Controlled By", Metadata.controller(pod));
        out.fieldIfAny("NominatedNodeName", pod.string("status", "nominatedNodeName"));
    }

    private static void status(KubeObject pod, Surroundings around, DescriptionWriter out) {
        String phase = pod.string("status", "phase");
        String deleted = pod.string("metadata", "deletionTimestamp");
        boolean ended = phase.equals("Succeeded") || phase.equals("Failed");
        if (deleted.isEmpty() || ended) {
            out.field("Status", phase);
        } else {
            out.field("Status", "Terminating (lasts " + Times.age(deleted, around.now()) + ")");
            out.field("Termination Grace Period", pod.string("metadata", "deletionGracePeriodSeconds") + "s");
        }
    }

    private static void readinessGates(KubeObject pod, DescriptionWriter out) {
        List<KubeObject> gates = pod.objects("spec", "readinessGates");
        if (gates.isEmpty()) return;
        Map<String, String> states = pod.objects("status", "conditions").stream()
                .collect(Collectors.toMap(c -> c.string("type"), c -> c.string("status"), (first, second) -> second));
        out.table(
                List.of("Type", "Status"),
                gates.stream()
                        .map(gate -> gate.string("conditionType"))
                        .map(type -> List.of(type, states.getOrDefault(type, DescriptionWriter.NONE)))
                        .toList());
    }

    private static void conditions(KubeObject pod, Surroundings around, DescriptionWriter out) {
        List<KubeObject> conditions = pod.objects("status", "conditions");
        if (conditions.isEmpty()) return;
        out.table(
                List.of("Type", "Status", "Since", "Reason", "Message"),
                conditions.stream()
                        .map(c -> List.of(
                                c.string("type"),
                                c.string("status"),
                                Times.age(c.string("lastTransitionTime"), around.now()),
                                c.string("reason"),
                                c.string("message")))
                        .toList());
    }

    private static String toleration(KubeObject toleration) {
        String value = toleration.string("value");
        String effect = toleration.string("effect");
        String operator = toleration.string("operator");
        String seconds = toleration.string("tolerationSeconds");
        boolean bare = operator.equals("Exists") && value.isEmpty();
        return toleration.string("key")
                + (value.isEmpty() ? "" : "=" + value)
                + (effect.isEmpty() ? "" : ":" + effect)
                + (bare ? (toleration.string("key").isEmpty() && effect.isEmpty() ? "op=Exists" : " op=Exists") : "")
                + (seconds.isEmpty() ? "" : " for " + seconds + "s");
    }

    private static String spread(KubeObject constraint) {
        String selector = selector(constraint);
        return constraint.string("topologyKey")
                + ":" + constraint.string("whenUnsatisfiable")
                + " when max skew " + constraint.string("maxSkew") + " is exceeded"
                + (constraint.at("labelSelector") == null ? "" : " for selector " + selector);
    }

    private static String selector(KubeObject constraint) {
        String selector = SelectorText.of(constraint, "labelSelector");
        return selector == null ? DescriptionWriter.NONE : selector;
    }
}
