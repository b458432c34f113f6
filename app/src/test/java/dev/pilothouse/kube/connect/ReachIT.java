package dev.pilothouse.kube.connect;

import static dev.pilothouse.kube.connect.Connected.DEPLOYMENTS;
import static dev.pilothouse.kube.connect.Connected.NAMESPACES;
import static dev.pilothouse.kube.connect.Connected.PODS;
import static dev.pilothouse.kube.connect.Connected.failure;
import static dev.pilothouse.kube.connect.Connected.kubeconfig;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.FaultProxy;
import dev.pilothouse.testing.HttpFaultProxy;
import dev.pilothouse.testing.TestNamespace;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApiServerTest
class ReachIT {
    @TempDir
    Path folder;

    private Connected connect(String cluster, ApiServer server) throws Exception {
        String user = "{token: %s}".formatted(server.adminToken());
        return new Connected(kubeconfig(folder.resolve("config"), cluster, user));
    }

    @Test
    void aServerBehindAProxyIsReachedThroughIt(ApiServer server) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy();
                Connected connected = connect(
                        "{server: \"%s\", certificate-authority: \"%s\", proxy-url: \"http://%s\"}"
                                .formatted(server.url(), server.caFile(), proxy.address()),
                        server)) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head)
                            .startsWith("CONNECT " + server.url().getAuthority()));
        }
    }

    @Test
    void aProxyThatWantsAPasswordGetsIt(ApiServer server) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy();
                Connected connected = connect(
                        "{server: \"%s\", certificate-authority: \"%s\", proxy-url: \"http://me:p%%40ss@%s\"}"
                                .formatted(server.url(), server.caFile(), proxy.address()),
                        server)) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            assertThat(connected.cluster.reader().list(NAMESPACES, "", "", "")).isNotEmpty();
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head).contains("Proxy-Authorization: Basic bWU6cEBzcw=="));
        }
    }

    @Test
    void aSocksProxyIsGoneThroughAndItsRefusalNamed(ApiServer server) throws Exception {
        String cluster = "{server: \"%s\", certificate-authority: \"%s\", proxy-url: \"socks5://me:%s@%s\"}";
        try (SocksProxy proxy = new SocksProxy("me:right")) {
            try (Connected connected =
                    connect(cluster.formatted(server.url(), server.caFile(), "right", proxy.address()), server)) {
                assertThat(connected.cluster.version()).startsWith("v1.");
                assertThat(proxy.targets())
                        .isNotEmpty()
                        .containsOnly(server.url().getAuthority());
            }
            try (Connected connected =
                    connect(cluster.formatted(server.url(), server.caFile(), "wrong", proxy.address()), server)) {
                assertThat(failure(connected.cluster::version))
                        .isInstanceOfSatisfying(
                                Failure.Unreachable.class,
                                f -> assertThat(f.detail())
                                        .contains("refuses the login", proxy.address())
                                        .doesNotContain("wrong"));
            }
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed(ApiServer server) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Connected connected = connect(
                "{server: \"%s\", certificate-authority: \"%s\", proxy-url: \"http://127.0.0.1:%d\"}"
                        .formatted(server.url(), server.caFile(), port),
                server)) {
            assertThat(failure(connected.cluster::version))
                    .isInstanceOfSatisfying(
                            Failure.Unreachable.class,
                            f -> assertThat(f.detail()).contains("127.0.0.1:" + port));
        }
    }

    @Test
    void anUnknownAuthorityIsATlsFailureUnlessTheCheckIsSkipped(ApiServer server) throws Exception {
        try (Connected connected = connect("{server: \"%s\"}".formatted(server.url()), server)) {
            assertThat(failure(connected.cluster::version)).isInstanceOf(Failure.Tls.class);
        }
        String insecure = "{server: \"%s\", insecure-skip-tls-verify: true}".formatted(server.url());
        try (Connected connected = connect(insecure, server)) {
            assertThat(connected.cluster.version()).startsWith("v1.");
        }
    }

    @Test
    void theServerNameToExpectIsTheOneOfTheEntry(ApiServer server) throws Exception {
        String cluster = "{server: \"%s\", certificate-authority: \"%s\", tls-server-name: %s}";
        try (Connected connected =
                connect(cluster.formatted(server.url(), server.caFile(), "kubernetes.default.svc"), server)) {
            assertThat(connected.cluster.version()).startsWith("v1.");
        }
        try (Connected connected =
                connect(cluster.formatted(server.url(), server.caFile(), "elsewhere.example"), server)) {
            assertThat(failure(connected.cluster::version)).isInstanceOf(Failure.Tls.class);
        }
    }

    @Test
    void aRestrictedUserIsToldWhichRightIsMissingWhere(ApiServer server, TestNamespace namespace) throws Exception {
        server.allow("narrow", namespace.name(), "list", "pods");

        try (Connected connected = new Connected(server.kubeconfig("narrow"))) {
            var reader = connected.cluster.reader();
            assertThat(reader.list(PODS, namespace.name(), "", "")).isEmpty();
            assertThat(failure(() -> reader.list(PODS, "", "", "")))
                    .isInstanceOfSatisfying(Failure.Forbidden.class, f -> {
                        assertThat(f.verb() + " " + f.resource()).isEqualTo("list pods");
                        assertThat(f.namespace()).isEmpty();
                    });
            assertThat(failure(() -> reader.get(new ResourceRef(DEPLOYMENTS, namespace.name(), "web", ""))))
                    .isInstanceOfSatisfying(Failure.Forbidden.class, f -> {
                        assertThat(f.verb() + " " + f.resource()).isEqualTo("get deployments.apps");
                        assertThat(f.namespace()).isEqualTo(namespace.name());
                    });
            assertThat(connected.cluster.accessReview().allowed("list", PODS, namespace.name()))
                    .isTrue();
            assertThat(connected.cluster.accessReview().allowed("delete", PODS, namespace.name()))
                    .isFalse();
        }
    }

    @Test
    void objectsComeWholeAndInTheServersOrder(ApiServer server, TestNamespace namespace) throws Exception {
        namespace.create("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one, labels: {a: b}}
                data: {key: "value ✓"}
                """);
        var configMaps = Connected.kind("", "v1", "configmaps", "ConfigMap", true);

        try (Connected connected = new Connected(server.kubeconfig())) {
            var reader = connected.cluster.reader();
            KubeObject one = reader.get(new ResourceRef(configMaps, namespace.name(), "one", ""));
            assertThat(one.content().keySet()).containsSequence("kind", "apiVersion", "metadata", "data");
            assertThat(one.string("data", "key")).isEqualTo("value ✓");
            assertThat(reader.list(configMaps, namespace.name(), "a=b", "metadata.name=one"))
                    .singleElement()
                    .satisfies(o -> assertThat(o.kind() + o.apiVersion()).isEqualTo("ConfigMapv1"));
            assertThat(failure(() -> reader.get(new ResourceRef(configMaps, namespace.name(), "two", ""))))
                    .isInstanceOf(Failure.NotFound.class);
        }
    }

    @Test
    void aServerThatIsDownIsUnreachableAndBackAgainAfterwards(ApiServer server) throws Exception {
        try (FaultProxy network = new FaultProxy(server.url());
                Connected connected = new Connected(server.kubeconfig(network.url(), server.adminCredential()))) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            network.refuse();
            assertThat(failure(connected.cluster::version)).isInstanceOf(Failure.Unreachable.class);
            network.heal();
            assertThat(connected.cluster.version()).startsWith("v1.");
        }
    }

    @Test
    void anAnswerCutInTheMiddleIsUnreachable(ApiServer server, TestNamespace namespace) throws Exception {
        for (int i = 0; i < 20; i++) {
            String name = "big-" + i;
            namespace.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {k: \"%s\"}}"
                    .formatted(name, randomText(20_000, i)));
        }
        var configMaps = Connected.kind("", "v1", "configmaps", "ConfigMap", true);
        try (FaultProxy network = new FaultProxy(server.url());
                Connected connected = new Connected(server.kubeconfig(network.url(), server.adminCredential()))) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            network.cutAfter(100_000);
            assertThat(failure(() -> connected.cluster.reader().list(configMaps, namespace.name(), "", "")))
                    .isInstanceOf(Failure.Unreachable.class);
        }
    }

    private static String randomText(int length, int seed) {
        var random = new java.util.Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) ('a' + random.nextInt(26)));
        return text.toString();
    }

    @Test
    void statusesOfTheServerKeepTheirMeaning(ApiServer server) throws Exception {
        try (HttpFaultProxy proxy = new HttpFaultProxy(server);
                Connected connected = new Connected(server.kubeconfig(proxy.url(), server.adminCredential()))) {
            var reader = connected.cluster.reader();
            proxy.answer(r -> r.path().startsWith("/api/v1/namespaces"), 429, Map.of("Retry-After", "7"), 1);
            assertThat(failure(() -> reader.list(NAMESPACES, "", "", "")))
                    .isInstanceOfSatisfying(
                            Failure.TooManyRequests.class,
                            f -> assertThat(f.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
            for (var expected : Map.of(
                            410, Failure.Gone.class,
                            409, Failure.Conflict.class,
                            500, Failure.Unexpected.class,
                            401, Failure.Unauthorized.class)
                    .entrySet()) {
                proxy.answer(r -> r.path().startsWith("/api/v1/namespaces"), expected.getKey(), Map.of(), 1);
                assertThat(failure(() -> reader.list(NAMESPACES, "", "", ""))).isInstanceOf(expected.getValue());
            }
            proxy.answerWith(
                    r -> r.path().startsWith("/api/v1/namespaces"), 502, Map.of(), "<html>Bad gateway</html>", 1);
            assertThat(failure(() -> reader.list(NAMESPACES, "", "", "")).detail())
                    .contains("Bad gateway");
        }
    }

    @Test
    void aConnectionIsUsedAgainAndClosedWithTheCluster(ApiServer server, TestNamespace namespace) throws Exception {
        namespace.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: big}, data: {k: \"%s\"}}"
                .formatted(randomText(300_000, 1)));
        var configMaps = Connected.kind("", "v1", "configmaps", "ConfigMap", true);
        try (FaultProxy network = new FaultProxy(server.url())) {
            try (Connected connected = new Connected(server.kubeconfig(network.url(), server.adminCredential()))) {
                for (int i = 0; i < 10; i++) {
                    assertThat(connected.cluster.reader().list(configMaps, namespace.name(), "", ""))
                            .isNotEmpty();
                    assertThat(failure(() -> connected
                                    .cluster
                                    .reader()
                                    .get(new ResourceRef(configMaps, namespace.name(), "none", ""))))
                            .isInstanceOf(Failure.NotFound.class);
                }
                assertThat(network.connections()).isEqualTo(1);
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(network.openConnections()).isZero());
        }
    }

    @Test
    void manyRequestsAtOnceShareTheConnectionsAndAreCounted(ApiServer server) throws Exception {
        try (Connected connected =
                new Connected(server.kubeconfig(), Map.of("PATH", "/usr/bin:/bin"), PluginConsent.allowAll())) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            var before = connected.cluster.traffic();
            try (var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    var _ = executor.submit(() -> connected.cluster.reader().list(NAMESPACES, "", "", ""));
                }
            }
            assertThat(connected.cluster.traffic().requests() - before.requests())
                    .isEqualTo(20);
            assertThat(connected.cluster.traffic().bytes()).isGreaterThan(before.bytes());
        }
    }
}
