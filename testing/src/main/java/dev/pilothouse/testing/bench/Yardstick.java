package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.util.List;
import java.util.Map;

/// How long public tools take for the same list, on the same server at the same hour: what makes times of one machine
/// comparable with those of another.
///
/// @param curlSeconds `curl` of all pods as the program asks for them, protobuf and gzip, thrown away
/// @param kubectlSeconds `kubectl get pods -A`, thrown away
/// @param bytes what `curl` read, still compressed
record Yardstick(double curlSeconds, double kubectlSeconds, long bytes) {

    static Yardstick take(ApiServer server) {
        String said = Command.run(
                Map.of(),
                List.of(
                        "curl",
                        "-sf",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{time_total} %{size_download}",
                        "--cacert",
                        server.caFile().toString(),
                        "-H",
                        "Authorization: Bearer " + server.adminToken(),
                        "-H",
                        "Accept: application/vnd.kubernetes.protobuf",
                        "-H",
                        "Accept-Encoding: gzip",
                        server.url() + "/api/v1/pods"));
        String[] words = said.split(" ", -1);
        String kubeconfig = server.kubeconfig().toString();
        String kubectl = server.kubectl().toString();
        long begun = System.nanoTime();
        Command.run(
                Map.of("KUBECONFIG", kubeconfig), List.of("sh", "-c", "exec \"$0\" get pods -A >/dev/null", kubectl));
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Yardstick(Double.parseDouble(words[0]), seconds, Long.parseLong(words[1]));
    }
}
