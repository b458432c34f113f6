package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.SelectorText;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Services. Ports are written as K9s does, `http:80►30080`, `dns:53╱UDP`, but without a node port where
/// there is none.
final class ServiceProjector extends KindProjector {
    private static final Column<String> TYPE = Column.text("type");
    private static final Column<String> CLUSTER_IP = Column.text("cluster-ip");
    private static final Column<String> EXTERNAL_IP = Column.text("external-ip");
    private static final Column<String> PORTS = Column.text("ports");
    static final RowSchema SCHEMA = Columns.namespaced(TYPE, CLUSTER_IP, EXTERNAL_IP, Columns.SELECTOR, PORTS);

    private final SelectorText selector = new SelectorText();
    private final List<String> externalIps = new ArrayList<>();
    private final List<String> ingress = new ArrayList<>();
    private final StringBuilder ports = new StringBuilder();
    private String type = "";
    private @Nullable String clusterIp;
    private String externalName = "";
    private String ingressIp = "";
    private String ingressHost = "";
    private String portName = "";
    private long port;
    private long nodePort;
    private String protocol = "";

    ServiceProjector() {
        super(
                SCHEMA,
                List.of(
                        "spec.type",
                        "spec.clusterIP",
                        "spec.externalIPs",
                        "spec.externalName",
                        "spec.selector",
                        "spec.ports.name",
                        "spec.ports.port",
                        "spec.ports.nodePort",
                        "spec.ports.protocol",
                        "status.loadBalancer.ingress.ip",
                        "status.loadBalancer.ingress.hostname"));
    }

    @Override
    protected void begin(String path) {
        switch (path) {
            case "spec.ports" -> {
                portName = "";
                port = 0;
                nodePort = 0;
                protocol = "";
            }
            case "status.loadBalancer.ingress" -> {
                ingressIp = "";
                ingressHost = "";
            }
            default -> {}
        }
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.type" -> type = in.string();
            case "spec.clusterIP" -> clusterIp = in.string();
            case "spec.externalIPs" -> externalIps.add(in.string());
            case "spec.externalName" -> externalName = in.string();
            case "spec.selector" -> selector.label(in.key(), in.string());
            case "spec.ports.name" -> portName = in.string();
            case "spec.ports.port" -> port = in.integer();
            case "spec.ports.nodePort" -> nodePort = in.integer();
            case "spec.ports.protocol" -> protocol = in.string();
            case "status.loadBalancer.ingress.ip" -> ingressIp = in.string();
            case "status.loadBalancer.ingress.hostname" -> ingressHost = in.string();
            default -> in.skip();
        }
    }

    @Override
    protected void end(String path) {
        if (path.equals("spec.ports")) {
            if (!ports.isEmpty()) ports.append(' ');
            if (!portName.isEmpty()) ports.append(portName).append(':');
            ports.append(port);
            if (nodePort > 0) ports.append('►').append(nodePort);
            if (!protocol.isEmpty() && !protocol.equals("TCP"))
                ports.append('╱').append(protocol);
        } else if (path.equals("status.loadBalancer.ingress")) {
            String address = ingressIp.isEmpty() ? ingressHost : ingressIp;
            if (!address.isEmpty()) ingress.add(address);
        }
    }

    @Override
    Health cells(RowBuilder row) {
        boolean pending = type.equals("LoadBalancer") && ingress.isEmpty() && externalIps.isEmpty();
        row.set(TYPE, type)
                .set(CLUSTER_IP, clusterIp == null || clusterIp.isEmpty() ? null : clusterIp)
                .set(EXTERNAL_IP, pending ? "<pending>" : externalAddresses())
                .set(Columns.SELECTOR, selector.take())
                .set(PORTS, ports.isEmpty() ? null : ports.toString());
        return pending ? new Health(Health.State.PROGRESSING, "health.service.pending") : Health.good();
    }

    private @Nullable String externalAddresses() {
        if (type.equals("ExternalName")) return externalName.isEmpty() ? null : externalName;
        List<String> all = new ArrayList<>();
        if (type.equals("LoadBalancer")) all.addAll(ingress);
        all.addAll(externalIps);
        return all.isEmpty() ? null : String.join(",", all);
    }

    @Override
    protected void clear() {
        selector.clear();
        externalIps.clear();
        ingress.clear();
        ports.setLength(0);
        type = "";
        clusterIp = null;
        externalName = "";
    }
}
