package dev.pilothouse.demo.table;

import static dev.pilothouse.demo.table.PrinterColumn.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Columns of services, endpoints, ingresses and network policies.
final class NetworkColumns {
    private final Cells cells;

    NetworkColumns(Cells cells) {
        this.cells = cells;
    }

    List<PrinterColumn> service() {
        return List.of(
                text("Type", o -> Cells.text(o, "/spec/type")),
                text("Cluster-IP", o -> Cells.text(o, "/spec/clusterIP", "<none>")),
                text("External-IP", NetworkColumns::externalIp),
                text("Port(s)", o -> Cells.orNone(Cells.join(o.at("/spec/ports"), NetworkColumns::port))),
                text("Age", cells::age),
                text("Selector", o -> Cells.orNone(Cells.labels(o.at("/spec/selector"))))
                        .wide());
    }

    List<PrinterColumn> endpoints() {
        return List.of(text("Endpoints", NetworkColumns::addresses), text("Age", cells::age));
    }

    List<PrinterColumn> ingress() {
        return List.of(
                text("Class", o -> Cells.text(o, "/spec/ingressClassName", "<none>")),
                text("Hosts", o -> {
                    var hosts = Cells.join(
                            o.at("/spec/rules"), rule -> rule.path("host").asText("*"));
                    return hosts.isEmpty() ? "*" : hosts;
                }),
                text(
                        "Address",
                        o -> Cells.join(
                                o.at("/status/loadBalancer/ingress"),
                                i -> i.path("ip").asText(i.path("hostname").asText()))),
                text("Ports", o -> o.at("/spec/tls").isEmpty() ? "80" : "80, 443"),
                text("Age", cells::age));
    }

    List<PrinterColumn> ingressClass() {
        return List.of(
                text("Controller", o -> Cells.text(o, "/spec/controller")),
                text("Parameters", o -> Cells.text(o, "/spec/parameters/name", "<none>")),
                text("Age", cells::age));
    }

    List<PrinterColumn> networkPolicy() {
        return List.of(text("Pod-Selector", o -> Cells.selector(o.at("/spec/podSelector"))), text("Age", cells::age));
    }

    private static String externalIp(ObjectNode service) {
        var type = Cells.text(service, "/spec/type");
        if (type.equals("ExternalName")) {
            return Cells.text(service, "/spec/externalName");
        }
        var external = Cells.join(service.at("/spec/externalIPs"), JsonNode::asText);
        if (!type.equals("LoadBalancer")) {
            return Cells.orNone(external);
        }
        var balanced = Cells.join(
                service.at("/status/loadBalancer/ingress"),
                i -> i.path("ip").asText(i.path("hostname").asText()));
        return balanced.isEmpty() ? "<pending>" : balanced;
    }

    private static String port(JsonNode port) {
        var node = port.path("nodePort").asInt() == 0
                ? ""
                : ":" + port.path("nodePort").asInt();
        return port.path("port").asInt() + node + "/" + port.path("protocol").asText("TCP");
    }

    private static String addresses(ObjectNode endpoints) {
        List<String> found = new ArrayList<>();
        for (var subset : endpoints.path("subsets")) {
            for (var port : subset.path("ports")) {
                for (var address : subset.path("addresses")) {
                    found.add(address.path("ip").asText() + ":"
                            + port.path("port").asInt());
                }
            }
        }
        if (found.isEmpty()) {
            return "<none>";
        }
        var shown = String.join(",", found.subList(0, Math.min(3, found.size())));
        return found.size() > 3 ? shown + " + " + (found.size() - 3) + " more..." : shown;
    }
}
