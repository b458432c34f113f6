package dev.pilothouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiServerTest(own = true)
class ApiServerRestartIT {

    @Test
    void aKilledServerComesBackWithEverythingItKnew(ApiServer server, TestNamespace namespace) {
        server.kill();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> server.get("/version"));

        server.revive();

        assertThat(server.exists("/api/v1/namespaces/" + namespace.name())).isTrue();
    }

    @Test
    void afterCompactionAndRestartAContinuedListAndAWatchAnswer410(ApiServer server, TestNamespace namespace) {
        for (String name : new String[] {"one", "two"}) {
            namespace.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}}".formatted(name));
        }
        Map<?, ?> page =
                (Map<?, ?>) server.get(namespace.path("configmaps?limit=1")).getOrDefault("metadata", Map.of());
        String version = String.valueOf(page.get("resourceVersion"));
        namespace.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: three}}");

        server.compact();
        server.restart();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> server.get(namespace.path("configmaps?limit=1&continue=" + page.get("continue"))))
                .satisfies(gone -> assertThat(gone.status()).isEqualTo(410));
        String watch = namespace.path("configmaps?watch=1&timeoutSeconds=2&resourceVersion=" + version);
        assertThat(server.get(watch)).extracting("object.code").isEqualTo(410);
    }
}
