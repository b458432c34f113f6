package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Describes the containers of a pod, with their states.
final class ContainerDescription {
    private static final Pattern SUBSCRIPT = Pattern.compile("metadata\\.(labels|annotations)\\['(.*)'\\]");

    private final KubeObject pod;

    ContainerDescription(KubeObject pod) {
        this.pod = pod;
    }

    /// One list of containers; the section is left out where there is none.
    void describe(String title, String specField, String statusField, DescriptionWriter out) {
        Map<String, KubeObject> statuses = pod.objects("status", statusField).stream()
                .collect(Collectors.toMap(
                        container -> container.string("name"), Function.identity(), (first, second) -> second));
        out.section(title, part -> {
            for (KubeObject container : pod.objects("spec", specField)) {
                KubeObject status = statuses.get(container.string("name"));
                part.section(container.string("name"), body -> {
                    image(container, status == null ? new KubeObject(Map.of()) : status, body);
                    command(container, body);
                    if (status != null) states(status, body);
                    Resources.limitsAndRequests(container.map("resources"), body);
                    probes(container, body);
                    environment(container, body);
                    mounts(container, body);
                });
            }
        });
    }

    private static void image(KubeObject container, KubeObject status, DescriptionWriter out) {
        out.fieldIfAny("Container ID", status.string("containerID"));
        out.field("Image", container.string("image"));
        out.fieldIfAny("Image ID", status.string("imageID"));
        List<KubeObject> ports = container.objects("ports");
        out.field(ports.size() > 1 ? "Ports" : "Port", ports(ports, "containerPort"));
        out.field(ports.size() > 1 ? "Host Ports" : "Host Port", ports(ports, "hostPort"));
        out.fieldIfAny("SeccompProfile", Resources.seccomp(container.map("securityContext")));
        out.fieldIfAny("Restart Policy", container.string("restartPolicy"));
    }

    private static String ports(List<KubeObject> ports, String field) {
        return ports.stream()
                .map(port -> {
                    String number = port.string(field);
                    String name = field.equals("containerPort")
                                    && !port.string("name").isEmpty()
                            ? " (" + port.string("name") + ")"
                            : "";
                    return (number.isEmpty() ? "0" : number) + "/" + port.string("protocol") + name;
                })
                .collect(Collectors.joining(", "));
    }

    private static void command(KubeObject container, DescriptionWriter out) {
        out.section("Command", part -> container.strings("command").forEach(part::line));
        out.section("Args", part -> container.strings("args").forEach(part::line));
    }

    private static void states(KubeObject status, DescriptionWriter out) {
        state("State", new KubeObject(status.map("state")), out);
        KubeObject last = new KubeObject(status.map("lastState"));
        if (last.at("terminated") != null) state("Last State", last, out);
        out.field("Ready", status.string("ready").equals("true") ? "True" : "False");
        out.field("Restart Count", status.string("restartCount"));
    }

    private static void state(String key, KubeObject state, DescriptionWriter out) {
        if (state.at("running") != null) {
            out.field(key, "Running");
            out.indented(part -> part.field("Started", Times.full(state.string("running", "startedAt"))));
        } else if (state.at("terminated") != null) {
            out.field(key, "Terminated");
            out.indented(part -> terminated(new KubeObject(state.map("terminated")), part));
        } else {
            out.field(key, "Waiting");
            out.indented(part -> part.fieldIfAny("Reason", state.string("waiting", "reason"))
                    .fieldIfAny("Message", state.string("waiting", "message")));
        }
    }

    private static void terminated(KubeObject state, DescriptionWriter out) {
        out.fieldIfAny("Reason", state.string("reason"));
        out.fieldIfAny("Message", state.string("message").strip());
        out.field("Exit Code", state.string("exitCode"));
        String signal = state.string("signal");
        if (!signal.equals("0")) out.fieldIfAny("Signal", signal);
        out.field("Started", Times.full(state.string("startedAt")));
        out.field("Finished", Times.full(state.string("finishedAt")));
    }

    private static void probes(KubeObject container, DescriptionWriter out) {
        out.fieldIfAny("Liveness", probe(container, "livenessProbe"));
        out.fieldIfAny("Readiness", probe(container, "readinessProbe"));
        out.fieldIfAny("Startup", probe(container, "startupProbe"));
    }

    private static String probe(KubeObject container, String field) {
        if (container.at(field) == null) return "";
        KubeObject probe = new KubeObject(container.map(field));
        String timing = "delay=" + orZero(probe.string("initialDelaySeconds"))
                + "s timeout=" + orZero(probe.string("timeoutSeconds"))
                + "s period=" + orZero(probe.string("periodSeconds"))
                + "s #success=" + orZero(probe.string("successThreshold"))
                + " #failure=" + orZero(probe.string("failureThreshold"));
        return handler(probe) + " " + timing;
    }

    private static String handler(KubeObject probe) {
        if (probe.at("exec") != null) return "exec " + probe.strings("exec", "command");
        if (probe.at("httpGet") != null) {
            return "http-get " + probe.string("httpGet", "scheme").toLowerCase(Locale.ROOT) + "://"
                    + probe.string("httpGet", "host") + ":" + probe.string("httpGet", "port")
                    + probe.string("httpGet", "path");
        }
        if (probe.at("tcpSocket") != null)
            return "tcp-socket " + probe.string("tcpSocket", "host") + ":" + probe.string("tcpSocket", "port");
        if (probe.at("grpc") != null)
            return "grpc <pod>:" + probe.string("grpc", "port") + " " + probe.string("grpc", "service");
        return "unknown";
    }

    private static String orZero(String number) {
        return number.isEmpty() ? "0" : number;
    }

    private void environment(KubeObject container, DescriptionWriter out) {
        List<KubeObject> from = container.objects("envFrom");
        if (!from.isEmpty())
            out.list(
                    "Environment Variables from",
                    from.stream().map(ContainerDescription::source).toList());
        List<KubeObject> variables = container.objects("env");
        if (variables.isEmpty()) out.field("Environment", "");
        else
            out.section("Environment", part -> {
                for (KubeObject variable : variables) part.field(variable.string("name"), value(variable, container));
            });
    }

    private static String source(KubeObject source) {
        boolean secret = source.at("secretRef") != null;
        String ref = secret ? "secretRef" : "configMapRef";
        String prefix = source.string("prefix");
        return source.string(ref, "name")
                + "  " + (secret ? "Secret" : "ConfigMap")
                + (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'")
                + "  Optional: " + optional(source, ref);
    }

    private String value(KubeObject variable, KubeObject container) {
        if (variable.at("valueFrom", "fieldRef") != null) {
            String path = variable.string("valueFrom", "fieldRef", "fieldPath");
            return (fieldValue(path) + " (" + variable.string("valueFrom", "fieldRef", "apiVersion") + ":" + path + ")")
                    .strip();
        }
        if (variable.at("valueFrom", "resourceFieldRef") != null)
            return Resources.referred(container, new KubeObject(variable.map("valueFrom", "resourceFieldRef")));
        if (variable.at("valueFrom", "secretKeyRef") != null) return reference(variable, "secretKeyRef", "in secret");
        if (variable.at("valueFrom", "configMapKeyRef") != null)
            return reference(variable, "configMapKeyRef", "of config map");
        return variable.string("value");
    }

    private String fieldValue(String path) {
        return switch (path) {
            case "metadata.name" -> pod.name();
            case "metadata.namespace" -> pod.namespace();
            case "metadata.uid" -> pod.uid();
            case "spec.nodeName" -> pod.string("spec", "nodeName");
            case "spec.serviceAccountName" -> pod.string("spec", "serviceAccountName");
            case "status.hostIP" -> pod.string("status", "hostIP");
            case "status.podIP" -> pod.string("status", "podIP");
            case "status.podIPs" -> addresses("podIPs");
            case "status.hostIPs" -> addresses("hostIPs");
            default -> subscripted(path);
        };
    }

    private String addresses(String field) {
        return pod.objects("status", field).stream()
                .map(each -> each.string("ip"))
                .collect(Collectors.joining(","));
    }

    /// `metadata.labels['app']`.
    private String subscripted(String path) {
        Matcher matcher = SUBSCRIPT.matcher(path);
        return matcher.matches() ? pod.string("metadata", matcher.group(1), matcher.group(2)) : "";
    }

    private static String reference(KubeObject variable, String ref, String where) {
        return "<set to the key '" + variable.string("valueFrom", ref, "key") + "' " + where + " '"
                + variable.string("valueFrom", ref, "name") + "'>  Optional: "
                + optional(new KubeObject(variable.map("valueFrom")), ref);
    }

    private static String optional(KubeObject source, String ref) {
        return source.string(ref, "optional").equals("true") ? "true" : "false";
    }

    private static void mounts(KubeObject container, DescriptionWriter out) {
        List<KubeObject> mounts = container.objects("volumeMounts");
        if (mounts.isEmpty()) out.field("Mounts", "");
        else
            out.section(
                    "Mounts",
                    part -> mounts.stream()
                            .sorted(Comparator.comparing(mount -> mount.string("mountPath")))
                            .forEach(mount -> part.line(mount(mount))));
        out.section(
                "Devices",
                part -> container.objects("volumeDevices").stream()
                        .sorted(Comparator.comparing(device -> device.string("devicePath")))
                        .forEach(device -> part.line(device.string("devicePath") + " from " + device.string("name"))));
    }

    private static String mount(KubeObject mount) {
        String subPath = mount.string("subPath");
        return mount.string("mountPath") + " from " + mount.string("name") + " ("
                + (mount.string("readOnly").equals("true") ? "ro" : "rw")
                + (subPath.isEmpty() ? "" : ",path=\"" + subPath + "\"") + ")";
    }
}
