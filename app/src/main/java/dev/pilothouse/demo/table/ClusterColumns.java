package dev.pilothouse.demo.table;

import static dev.pilothouse.demo.table.PrinterColumn.flag;
import static dev.pilothouse.demo.table.PrinterColumn.number;
import static dev.pilothouse.demo.table.PrinterColumn.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Columns of nodes, events, volumes and roles.
final class ClusterColumns {
    private final Cells cells;

    ClusterColumns(Cells cells) {
        this.cells = cells;
    }

    private PrinterColumn age() {
        return text("Age", cells::age);
    }

    List<PrinterColumn> node() {
        return List.of(
                text("Status", ClusterColumns::nodeStatus),
                text("Roles", ClusterColumns::roles),
                age(),
                text("Version", o -> Cells.text(o, "/status/nodeInfo/kubeletVersion")),
                text("Internal-IP", o -> address(o, "InternalIP")).wide(),
                text("External-IP", o -> address(o, "ExternalIP")).wide(),
                text("OS-Image", o -> Cells.text(o, "/status/nodeInfo/osImage")).wide(),
                text("Kernel-Version", o -> Cells.text(o, "/status/nodeInfo/kernelVersion"))
                        .wide(),
                text("Container-Runtime", o -> Cells.text(o, "/status/nodeInfo/containerRuntimeVersion"))
                        .wide());
    }

    List<PrinterColumn> event() {
        return List.of(
                text("Last Seen", o -> cells.since(o.path("lastTimestamp"))),
                text("Type", o -> Cells.text(o, "/type")),
                text("Reason", o -> Cells.text(o, "/reason")),
                text(
                        "Object",
                        o -> Cells.text(o, "/involvedObject/kind").toLowerCase(Locale.ROOT) + "/"
                                + Cells.text(o, "/involvedObject/name")),
                text("Subobject", o -> Cells.text(o, "/involvedObject/fieldPath"))
                        .wide(),
                text("Source", ClusterColumns::source).wide(),
                text("Message", o -> Cells.text(o, "/message").strip()),
                text("First Seen", o -> cells.since(o.path("firstTimestamp"))).wide(),
                number("Count", o -> Math.max(1, Cells.number(o, "/count"))).wide(),
                text("Name", o -> Cells.text(o, "/metadata/name")).wide());
    }

    List<PrinterColumn> claim() {
        return List.of(
                text("Status", o -> Cells.text(o, "/status/phase")),
                text("Volume", o -> Cells.text(o, "/spec/volumeName")),
                text("Capacity", o -> Cells.text(o, "/status/capacity/storage")),
                text("Access Modes", o -> Cells.accessModes(o.at("/status/accessModes"))),
                text("StorageClass", o -> Cells.text(o, "/spec/storageClassName")),
                text("VolumeAttributesClass", o -> Cells.text(o, "/spec/volumeAttributesClassName", "<unset>")),
                age(),
                text("VolumeMode", o -> Cells.text(o, "/spec/volumeMode", "<unset>"))
                        .wide());
    }

    List<PrinterColumn> volume() {
        return List.of(
                text("Capacity", o -> Cells.text(o, "/spec/capacity/storage")),
                text("Access Modes", o -> Cells.accessModes(o.at("/spec/accessModes"))),
                text("Reclaim Policy", o -> Cells.text(o, "/spec/persistentVolumeReclaimPolicy")),
                text("Status", o -> Cells.text(o, "/status/phase")),
                text(
                        "Claim",
                        o -> o.at("/spec/claimRef").isObject()
                                ? Cells.text(o, "/spec/claimRef/namespace") + "/" + Cells.text(o, "/spec/claimRef/name")
                                : ""),
                text("StorageClass", o -> Cells.text(o, "/spec/storageClassName")),
                text("VolumeAttributesClass", o -> Cells.text(o, "/spec/volumeAttributesClassName", "<unset>")),
                text("Reason", o -> Cells.text(o, "/status/reason")),
                age(),
                text("VolumeMode", o -> Cells.text(o, "/spec/volumeMode", "<unset>"))
                        .wide());
    }

    List<PrinterColumn> storageClass() {
        return List.of(
                text("Provisioner", o -> Cells.text(o, "/provisioner")),
                text("ReclaimPolicy", o -> Cells.text(o, "/reclaimPolicy", "Delete")),
                text("VolumeBindingMode", o -> Cells.text(o, "/volumeBindingMode", "Immediate")),
                flag("AllowVolumeExpansion", o -> o.path("allowVolumeExpansion").asBoolean()),
                age());
    }

    List<PrinterColumn> binding() {
        return List.of(
                text("Role", o -> Cells.text(o, "/roleRef/kind") + "/" + Cells.text(o, "/roleRef/name")),
                age(),
                text("Users", o -> subjects(o, "User")).wide(),
                text("Groups", o -> subjects(o, "Group")).wide(),
                text("ServiceAccounts", o -> subjects(o, "ServiceAccount")).wide());
    }

    List<PrinterColumn> priorityClass() {
        return List.of(
                number("Value", o -> Cells.number(o, "/value")),
                flag("Global-Default", o -> o.path("globalDefault").asBoolean()),
                age(),
                text("PreemptionPolicy", o -> Cells.text(o, "/preemptionPolicy", "PreemptLowerPriority")));
    }

    List<PrinterColumn> quota() {
        return List.of(text("Request", o -> used(o, "requests.")), text("Limit", o -> used(o, "limits.")), age());
    }

    List<PrinterColumn> revision() {
        return List.of(
                text(
                        "Controller",
                        o -> Cells.orNone(Cells.join(
                                o.at("/metadata/ownerReferences"),
                                owner -> owner.path("kind").asText().toLowerCase(Locale.ROOT) + ".apps/"
                                        + owner.path("name").asText()))),
                number("Revision", o -> Cells.number(o, "/revision")),
                age());
    }

    private static String nodeStatus(ObjectNode node) {
        List<String> words = new ArrayList<>();
        var ready = "Unknown";
        for (var condition : node.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                ready = condition.path("status").asText().equals("True") ? "Ready" : "NotReady";
            }
        }
        words.add(ready);
        if (node.at("/spec/unschedulable").asBoolean()) {
            words.add("SchedulingDisabled");
        }
        return String.join(",", words);
    }

    private static String roles(ObjectNode node) {
        var prefix = "node-role.kubernetes.io/";
        var roles = new TreeSet<String>();
        node.at("/metadata/labels").fieldNames().forEachRemaining(label -> {
            if (label.startsWith(prefix)) {
                roles.add(label.substring(prefix.length()));
            }
        });
        return Cells.orNone(String.join(",", roles));
    }

    private static String address(ObjectNode node, String type) {
        for (var address : node.at("/status/addresses")) {
            if (address.path("type").asText().equals(type)) {
                return address.path("address").asText();
            }
        }
        return "<none>";
    }

    private static String source(ObjectNode event) {
        var component = Cells.text(event, "/source/component", Cells.text(event, "/reportingComponent"));
        var host = Cells.text(event, "/source/host");
        return host.isEmpty() ? component : component + ", " + host;
    }

    private static String subjects(ObjectNode binding, String kind) {
        List<String> found = new ArrayList<>();
        for (JsonNode subject : binding.path("subjects")) {
            if (subject.path("kind").asText().equals(kind)) {
                var name = subject.path("name").asText();
                found.add(
                        kind.equals("ServiceAccount")
                                ? subject.path("namespace").asText() + "/" + name
                                : name);
            }
        }
        return String.join(", ", found);
    }

    private static String used(ObjectNode quota, String prefix) {
        List<String> found = new ArrayList<>();
        quota.at("/status/hard").properties().forEach(e -> {
            if (e.getKey().startsWith("limits.") == prefix.equals("limits.")) {
                found.add(e.getKey() + ": "
                        + quota.path("status").path("used").path(e.getKey()).asText("0") + "/"
                        + e.getValue().asText());
            }
        });
        return String.join(", ", found);
    }
}
