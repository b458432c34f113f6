package dev.pilothouse.kube.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.Endpoint;
import dev.pilothouse.kube.http.HttpApiTransport;
import dev.pilothouse.kube.login.Credential;
import dev.pilothouse.kube.login.Login;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ProxyRefusalTest {

    @Test
    void aProxyThatRefusesTheTunnelIsNotTakenForTheServersRights() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Tunnels proxy = new Tunnels(Tunnels.anyPort(), client -> {
                    ConnectProxy.head(client);
                    client.getOutputStream()
                            .write("HTTP/1.1 403 Blocked by policy\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    return null;
                })) {
            Endpoint endpoint = new Endpoint(
                    URI.create("https://api.example:6443"),
                    List.of(),
                    false,
                    "",
                    URI.create("http://" + proxy.address()),
                    Map.of());
            try (HttpApiTransport transport = new HttpApiTransport(endpoint, Login.of(Credential.NONE), threads)) {
                assertThatExceptionOfType(KubeException.class)
                        .isThrownBy(() -> transport.send(Request.get("/api/v1/pods", "application/json")))
                        .satisfies(e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Unreachable.class,
                                        failure -> assertThat(failure.detail()).contains("403")));
            }
        }
    }
}
