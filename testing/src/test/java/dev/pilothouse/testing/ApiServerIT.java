package dev.pilothouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiServerTest
class ApiServerIT {
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: colours}
            data: {sky: blue}
            """;

    @Test
    void whatIsCreatedCanBeReadChangedListedAndDeleted(ApiServer server, TestNamespace namespace) {
        namespace.create(CONFIG_MAP);
        String path = namespace.path("configmaps/colours");

        server.patch(path, Map.of("data", Map.of("sky", "grey")));

        assertThat(server.get(path)).extracting("data").isEqualTo(Map.of("sky", "grey"));
        assertThat(server.list(namespace.path("configmaps"))).hasSize(1);
        server.delete(path);
        assertThat(server.exists(path)).isFalse();
    }

    @Test
    void aStatusIsChangedApartFromTheObject(ApiServer server, TestNamespace namespace) {
        namespace.create(Node.pod("web", "sleep 1"));

        server.patchStatus(namespace.path("pods/web"), Map.of("status", Map.of("phase", "Failed")));

        assertThat(server.get(namespace.path("pods/web")))
                .extracting("status.phase")
                .isEqualTo("Failed");
    }

    @Test
    void anotherUserMayDoWhatWasAllowedAndNothingElse(ApiServer server, TestNamespace namespace) {
        server.allow("maria", namespace.name(), "get,list", "configmaps", "deployments.apps");
        ApiClient maria = server.as(server.credential("maria"));

        assertThat(maria.list(namespace.path("configmaps"))).isEmpty();
        assertThat(maria.list(namespace.path("apps/v1", "deployments"))).isEmpty();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> maria.list(namespace.path("pods")))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(403));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> maria.list("/api/v1/configmaps"));
    }

    @Test
    void aTokenWorksUntilItExpires(ApiServer server, TestNamespace namespace) {
        ApiClient fresh = server.as(server.token(namespace.name(), "robot", Duration.ofHours(1)));
        ApiClient expired = server.as(server.token(namespace.name(), "robot", Duration.ZERO));

        assertThat(fresh.status("GET", "/version")).isEqualTo(200);
        assertThat(expired.status("GET", "/version")).isEqualTo(401);
    }

    @Test
    void kubectlWorksWithTheKubeconfigsOfAdministratorAndUser(ApiServer server, TestNamespace namespace)
            throws Exception {
        namespace.create(CONFIG_MAP);
        assertThat(server.kubectl("get", "configmap", "-n", namespace.name(), "-o", "name")
                        .orThrow())
                .contains("configmap/colours");

        String asUser = server.kubeconfig("nobody-in-particular").toString();
        Output refused = server.kubectl("--kubeconfig", asUser, "get", "configmap", "-n", namespace.name());

        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("nobody-in-particular").contains("forbidden");
        assertThat(Files.readString(server.kubeconfig())).contains(server.url().toString());
    }

    @Test
    void aCustomResourceIsServedOnceItsDefinitionIsApplied(ApiServer server, TestNamespace namespace) {
        server.applyCrd("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: lighthouses.test.pilothouse.dev}
                spec:
                  group: test.pilothouse.dev
                  names: {kind: Lighthouse, plural: lighthouses}
                  scope: Namespaced
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """);

        namespace.create("{apiVersion: test.pilothouse.dev/v1, kind: Lighthouse, metadata: {name: pharos}}");

        assertThat(server.list(namespace.path("test.pilothouse.dev/v1", "lighthouses")))
                .hasSize(1);
        server.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/lighthouses.test.pilothouse.dev");
    }

    @Test
    void aNamespaceIsEmptiedAndGoneWhenItsTestHasEnded(ApiServer server) {
        TestNamespace namespace = TestNamespace.create(server, "Ends soon");
        namespace.create(CONFIG_MAP);

        namespace.close();

        assertThat(server.exists("/api/v1/namespaces/" + namespace.name())).isFalse();
        assertThat(server.exists(namespace.path("configmaps/colours"))).isFalse();
    }
}
