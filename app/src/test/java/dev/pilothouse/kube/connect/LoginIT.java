package dev.pilothouse.kube.connect;

import static dev.pilothouse.kube.connect.Connected.NAMESPACES;
import static dev.pilothouse.kube.connect.Connected.PODS;
import static dev.pilothouse.kube.connect.Connected.failure;
import static dev.pilothouse.kube.connect.Connected.kubeconfig;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.Credential;
import dev.pilothouse.testing.TestNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApiServerTest
class LoginIT {
    @TempDir
    Path folder;

    private static String cluster(ApiServer server) {
        return "{server: \"%s\", certificate-authority: \"%s\"}".formatted(server.url(), server.caFile());
    }

    private Connected as(ApiServer server, String user) throws Exception {
        return new Connected(kubeconfig(folder.resolve("config"), cluster(server), user));
    }

    private static List<?> namespaces(Connected connected) throws Exception {
        return connected.cluster.reader().list(NAMESPACES, "", "", "");
    }

    @Test
    void aTokenLogsIn(ApiServer server) throws Exception {
        try (Connected connected = as(server, "{token: %s}".formatted(server.adminToken()))) {
            assertThat(connected.cluster.version()).startsWith("v1.");
            assertThat(namespaces(connected)).isNotEmpty();
            assertThat(connected.cluster.context().login()).isEqualTo("token");
        }
    }

    @Test
    void aClientCertificateLogsIn(ApiServer server) throws Exception {
        server.allowEverywhere("cert-user", "list", "namespaces");

        try (Connected connected = new Connected(server.kubeconfig("cert-user"))) {
            assertThat(namespaces(connected)).isNotEmpty();
            assertThat(connected.cluster.context().login()).isEqualTo("client certificate");
        }
    }

    @Test
    void aTokenFileIsReadAgainWhenItChanges(ApiServer server) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "no-such-token\n");

        try (Connected connected = as(server, "{tokenFile: token}")) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOf(Failure.Unauthorized.class);

            Files.writeString(token, server.adminToken() + "\n");

            assertThat(namespaces(connected)).isNotEmpty();
        }
    }

    @Test
    void aPasswordThatTheServerDoesNotTakeIsUnauthorizedAndShownNowhere(ApiServer server) throws Exception {
        try (Connected connected = as(server, "{username: someone, password: very-secret}")) {
            Failure failure = failure(() -> namespaces(connected));

            assertThat(failure).isInstanceOf(Failure.Unauthorized.class);
            assertThat(failure.toString()).doesNotContain("very-secret");
        }
    }

    @Test
    void anExpiredTokenIsUnauthorized(ApiServer server, TestNamespace namespace) throws Exception {
        Credential expired = server.token(namespace.name(), "robot", Duration.ZERO);

        try (Connected connected = as(server, expired.toKubeconfigUser())) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOf(Failure.Unauthorized.class);
        }
    }

    @Test
    void impersonationActsAsTheOtherUser(ApiServer server, TestNamespace namespace) throws Exception {
        server.allow("jane", namespace.name(), "list", "pods");
        String user = "{token: %s, as: jane, as-groups: [dev, ops], as-user-extra: {\"example.com/Scope\": [a, b]}}"
                .formatted(server.adminToken());

        try (Connected connected = as(server, user)) {
            assertThat(connected.cluster.reader().list(PODS, namespace.name(), "", ""))
                    .isEmpty();
            assertThat(failure(() -> namespaces(connected)))
                    .isInstanceOfSatisfying(
                            Failure.Forbidden.class, f -> assertThat(f.detail()).contains("jane"));
        }
    }

    @Test
    void theRightToImpersonateIsNamedWhereItIsMissing(ApiServer server) throws Exception {
        String credential = server.credential("plain-user").toKubeconfigUser().strip();
        String user = credential.substring(0, credential.lastIndexOf('}')) + ", as: jane}";

        try (Connected connected = as(server, user)) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOfSatisfying(Failure.Forbidden.class, f -> {
                assertThat(f.verb()).isEqualTo("impersonate");
                assertThat(f.resource()).isEqualTo("users");
            });
        }
    }

    @Test
    void aPluginIsRunOnceAndAgainWhenItsCredentialIsRefused(ApiServer server) throws Exception {
        Path runs = folder.resolve("runs");
        Path token = Files.writeString(folder.resolve("token"), server.adminToken());
        String user = plugin("""
                echo run >> %s
                echo "a warning on stderr" >&2
                printf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%%s"}}' "$(cat %s)"
                """.formatted(runs, token));

        try (Connected connected = as(server, user)) {
            namespaces(connected);
            namespaces(connected);
            assertThat(runs).hasContent("run");
        }

        Files.writeString(token, "no-such-token");
        try (Connected connected = as(server, user)) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOf(Failure.Unauthorized.class);
            assertThat(Files.readAllLines(runs)).hasSize(3);
        }
    }

    @Test
    void aRefusedPluginCredentialIsReplacedWithinTheSameRequest(ApiServer server) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "no-such-token");
        String user = plugin("""
                printf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%%s"}}' "$(cat %s)"
                printf '%%s' %s > %s
                """.formatted(token, server.adminToken(), token));

        try (Connected connected = as(server, user)) {
            assertThat(namespaces(connected)).isNotEmpty();
        }
    }

    @Test
    void aPluginMayGiveACertificate(ApiServer server) throws Exception {
        server.allowEverywhere("plugin-user", "list", "namespaces");
        Credential.Certificate pair = (Credential.Certificate) server.credential("plugin-user");
        Path answer = Files.writeString(folder.resolve("answer"), """
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{
                 "expirationTimestamp":"%s","clientCertificateData":"%s","clientKeyData":"%s"}}
                """.formatted(
                        Instant.now().plusSeconds(600),
                        pair.certificate().replace("\n", "\\n"),
                        pair.key().replace("\n", "\\n")));

        try (Connected connected = as(server, plugin("cat " + answer))) {
            assertThat(namespaces(connected)).isNotEmpty();
        }
    }

    @Test
    void aFailingPluginIsShownWithStatusAndErrors(ApiServer server) throws Exception {
        try (Connected connected = as(server, plugin("echo 'please run: login first' >&2; exit 3"))) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOfSatisfying(Failure.LoginPlugin.class, f -> {
                assertThat(f.exitStatus()).isEqualTo(3);
                assertThat(f.detail()).contains("please run: login first");
                assertThat(f.command()).contains("login-plugin");
            });
        }
    }

    @Test
    void aPluginThatIsNotAllowedIsNotRun(ApiServer server) throws Exception {
        Path ran = folder.resolve("ran");
        Path config = kubeconfig(folder.resolve("config"), cluster(server), plugin("touch " + ran));
        PluginConsent never = plugin -> false;

        try (Connected connected = new Connected(config, Map.of("PATH", "/usr/bin:/bin"), never)) {
            assertThat(failure(() -> namespaces(connected))).isInstanceOf(Failure.LoginPlugin.class);
            assertThat(ran).doesNotExist();
        }
    }

    /// A user whose plugin is this shell script.
    private String plugin(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("login-plugin"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return "{exec: {apiVersion: client.authentication.k8s.io/v1, command: \"%s\", interactiveMode: Never}}"
                .formatted(program);
    }
}
