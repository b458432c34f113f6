package dev.pilothouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiServerTest
class ProxyIT {

    private static Output get(ApiServer server, URI address, String what) {
        String kubeconfig = server.kubeconfig(address, server.adminCredential()).toString();
        return server.kubectl("--kubeconfig", kubeconfig, "get", "--request-timeout=3s", what, "-o", "name");
    }

    @Test
    void aCableIsPulledAndPutBack(ApiServer server) {
        try (FaultProxy proxy = new FaultProxy(server.url())) {
            assertThat(get(server, proxy.url(), "namespaces").orThrow()).contains("namespace/kube-system");
            assertThat(proxy.connections()).isPositive();

            proxy.stall();
            assertThat(get(server, proxy.url(), "namespaces").err()).containsAnyOf("Timeout", "deadline exceeded");

            proxy.heal();
            proxy.refuse();
            assertThat(get(server, proxy.url(), "namespaces").err()).containsAnyOf("reset", "EOF");

            proxy.heal();
            proxy.delay(Duration.ofMillis(20));
            get(server, proxy.url(), "namespaces").orThrow();

            proxy.cutAfter(100);
            assertThat(get(server, proxy.url(), "namespaces").code()).isNotZero();
        }
    }

    @Test
    void anAnswerIsGivenInTheServersSteadAsOftenAsTold(ApiServer server) {
        try (HttpFaultProxy proxy = new HttpFaultProxy(server)) {
            get(server, proxy.url(), "namespaces").orThrow();
            assertThat(proxy.requests()).anyMatch(request -> request.path().startsWith("/api/v1/namespaces"));

            proxy.answer(request -> request.path().startsWith("/api/v1/namespaces"), 403, Map.of(), 1);

            assertThat(get(server, proxy.url(), "namespaces").err()).contains("answered by the test");
            get(server, proxy.url(), "namespaces").orThrow();

            proxy.answer(request -> true, 401);
            assertThat(get(server, proxy.url(), "namespaces").code()).isNotZero();
            proxy.heal();
            get(server, proxy.url(), "namespaces").orThrow();
        }
    }
}
