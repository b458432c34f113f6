package dev.pilothouse.kube.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ApiServerTest
class DiscoveryIT {

    private static ResourceKind find(Kinds kinds, String qualifiedName) {
        return kinds.all().stream()
                .filter(kind -> kind.gvr().qualifiedName().equals(qualifiedName))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServersKindsAreFoundInTheirPreferredVersions(ApiServer server) throws Exception {
        try (Connected connected = new Connected(server.kubeconfig())) {
            Kinds kinds = connected.cluster.discovery().kinds();

            ResourceKind pods = find(kinds, "pods");
            assertThat(pods.kind()).isEqualTo("Pod");
            assertThat(pods.singular()).isEqualTo("pod");
            assertThat(pods.shortNames()).containsExactly("po");
            assertThat(pods.categories()).contains("all");
            assertThat(pods.namespaced()).isTrue();
            assertThat(pods.verbs()).contains("list", "watch", "get", "delete");
            assertThat(pods.subresources()).contains("log", "exec", "status", "eviction");
            assertThat(find(kinds, "deployments.apps").subresources()).contains("scale");
            assertThat(find(kinds, "horizontalpodautoscalers.autoscaling").gvr().version())
                    .isEqualTo("v2");
            assertThat(find(kinds, "nodes").namespaced()).isFalse();
            assertThat(kinds.all()).extracting(k -> k.gvr().qualifiedName()).doesNotHaveDuplicates();
            assertThat(kinds.broken()).isEmpty();
            assertThat(connected.cluster.traffic().requests()).isEqualTo(2);
        }
    }

    @Test
    void aCustomKindAppearsAndVanishesWithItsDefinition(ApiServer server) throws Exception {
        try (Connected connected = new Connected(server.kubeconfig())) {
            server.applyCrd("""
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: boats.ground.example.com}
                    spec:
                      group: ground.example.com
                      scope: Namespaced
                      names: {plural: boats, singular: boat, kind: Boat, shortNames: [bo]}
                      versions:
                      - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                    """);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(find(connected.cluster.discovery().kinds(), "boats.ground.example.com")
                                            .shortNames())
                                    .containsExactly("bo"));

            server.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/boats.ground.example.com");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    connected.cluster.discovery().kinds().all())
                            .extracting(k -> k.gvr().group())
                            .doesNotContain("ground.example.com"));
        }
    }

    @Test
    void aBrokenAggregatedApiIsNamedAndTakesOnlyItselfAway(ApiServer server) throws Exception {
        server.create("""
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1.broken.example.com}
                spec:
                  group: broken.example.com
                  version: v1
                  groupPriorityMinimum: 100
                  versionPriority: 10
                  insecureSkipTLSVerify: true
                  service: {namespace: default, name: nobody}
                """);
        try (Connected connected = new Connected(server.kubeconfig())) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Kinds kinds = connected.cluster.discovery().kinds();
                assertThat(kinds.broken()).containsKey("broken.example.com");
                assertThat(kinds.all()).extracting(k -> k.gvr().qualifiedName()).contains("pods", "deployments.apps");
            });
        } finally {
            server.delete("/apis/apiregistration.k8s.io/v1/apiservices/v1.broken.example.com");
        }
    }
}
