package dev.pilothouse.kube.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ExecEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a plugin is told in `KUBERNETES_EXEC_INFO`.
final class ExecInfo {
    static final String VARIABLE = "KUBERNETES_EXEC_INFO";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExecInfo() {}

    /// The variable's value: an `ExecCredential` with a spec. Nobody can answer questions here, so it is never
    /// interactive.
    ///
    /// @throws IOException where the cluster's authority cannot be read
    static String of(ExecEntry exec, ClusterEntry cluster, URI server) throws IOException {
        ObjectNode info = JSON.createObjectNode();
        info.put("apiVersion", exec.apiVersion()).put("kind", "ExecCredential");
        ObjectNode spec = info.putObject("spec").put("interactive", false);
        if (exec.provideClusterInfo()) describe(spec.putObject("cluster"), cluster, server);
        return info.toString();
    }

    private static void describe(ObjectNode node, ClusterEntry cluster, URI server) throws IOException {
        node.put("server", server.toString());
        if (!cluster.serverName().isEmpty()) node.put("tls-server-name", cluster.serverName());
        if (cluster.insecure()) node.put("insecure-skip-tls-verify", true);
        if (cluster.authority() != null) {
            byte[] pem = cluster.authority().read().getBytes(StandardCharsets.UTF_8);
            node.put("certificate-authority-data", Base64.getEncoder().encodeToString(pem));
        }
        if (!cluster.proxy().isEmpty()) node.put("proxy-url", cluster.proxy());
        if (cluster.execConfig() != null) node.set("config", JSON.valueToTree(cluster.execConfig()));
    }
}
