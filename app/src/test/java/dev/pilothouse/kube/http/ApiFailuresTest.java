package dev.pilothouse.kube.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.http.ApiTransport.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFailuresTest {
    private static final Request PODS = Request.get("/api/v1/namespaces/a/pods?limit=5", "application/json");
    private static final Endpoint ENDPOINT = Endpoint.of(URI.create("https://api.example:6443"));

    private static Failure thrown(Throwable cause) {
        return ApiFailures.of(PODS, ENDPOINT, new ExecutionException(cause), "", List.of("s3cr3t-token"))
                .failure();
    }

    private static Failure status(Request request, int code, String message) {
        return ApiFailures.of(request, code, ApiStatus.plain(code, message), null, List.of("s3cr3t-token"));
    }

    @Test
    void networkTroubleIsToldFromTlsAndFromPatience() {
        assertThat(thrown(new ConnectException()))
                .isInstanceOfSatisfying(
                        Failure.Unreachable.class,
                        f -> assertThat(f.detail()).isEqualTo("connection refused: api.example:6443"));
        assertThat(thrown(new ConnectException().initCause(new UnresolvedAddressException()))
                        .detail())
                .isEqualTo("no such host: api.example:6443");
        assertThat(thrown(new HttpConnectTimeoutException("HTTP connect timed out")))
                .isInstanceOf(Failure.Unreachable.class);
        assertThat(thrown(new HttpTimeoutException("request timed out")))
                .isInstanceOfSatisfying(
                        Failure.Timeout.class, f -> assertThat(f.after()).isEqualTo(PODS.headerTimeout()));
        assertThat(thrown(new StalledException(Duration.ofSeconds(9))))
                .isInstanceOfSatisfying(
                        Failure.Timeout.class, f -> assertThat(f.after()).isEqualTo(Duration.ofSeconds(9)));
        assertThat(thrown(new SSLHandshakeException("PKIX path building failed")))
                .isInstanceOf(Failure.Tls.class);
        assertThat(thrown(new SSLException("Connection reset", new SocketException("Connection reset"))))
                .isInstanceOf(Failure.Unreachable.class);
        assertThat(thrown(new SSLHandshakeException("Received fatal alert: bad_certificate")))
                .isInstanceOf(Failure.Unauthorized.class);
        assertThat(thrown(new IOException("HTTP/1.1 header parser received no bytes")))
                .isInstanceOf(Failure.Unreachable.class);
        assertThat(thrown(new IllegalStateException("bug"))).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void whatIsMissingIsReadFromTheServersWordsElseFromTheRequest() {
        String message = "deployments.apps \"web\" is forbidden: User \"u\" cannot patch resource"
                + " \"deployments/scale\" in API group \"apps\" in the namespace \"shop\"";

        assertThat(status(PODS, 403, message)).isInstanceOfSatisfying(Failure.Forbidden.class, f -> {
            assertThat(List.of(f.verb(), f.resource(), f.namespace()))
                    .containsExactly("patch", "deployments.apps/scale", "shop");
        });
        assertThat(status(PODS, 403, "no")).isInstanceOfSatisfying(Failure.Forbidden.class, f -> {
            assertThat(List.of(f.verb(), f.resource(), f.namespace())).containsExactly("list", "pods", "a");
        });
        assertThat(status(PODS, 403, "forbidden: User \"u\" cannot get path \"/metrics\""))
                .isInstanceOfSatisfying(
                        Failure.Forbidden.class, f -> assertThat(f.resource()).isEqualTo("/metrics"));
    }

    @Test
    void aRequestThatIsTakenForAnonymousIsALoginProblem() {
        assertThat(status(PODS, 403, "User \"system:anonymous\" cannot list resource \"pods\" in API group \"\""))
                .isInstanceOf(Failure.Unauthorized.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/pods, list, pods, ''",
        "GET, /api/v1/pods?watch=1&a=b, watch, pods, ''",
        "GET, /api/v1/pods?a=b&watch=true, watch, pods, ''",
        "GET, /api/v1/namespaces/a/pods/p/log, get, pods/log, a",
        "GET, /api/v1/namespaces, list, namespaces, ''",
        "GET, /api/v1/namespaces/a, get, namespaces, ''",
        "PUT, /api/v1/namespaces/a/finalize, update, namespaces/finalize, ''",
        "DELETE, /apis/apps/v1/namespaces/a/deployments, deletecollection, deployments.apps, a",
        "PATCH, /apis/apps/v1/namespaces/a/deployments/d/scale, patch, deployments.apps/scale, a",
        "POST, /apis/example.com/v1/things, create, things.example.com, ''",
        "GET, /version, get, /version, ''",
    })
    void requestsAreReadAsRbacReadsThem(String method, String path, String verb, String resource, String namespace) {
        Request request = new Request(method, path, java.util.Map.of(), null, Duration.ZERO, Duration.ZERO);

        assertThat(ResourceRequest.of(request)).isEqualTo(new ResourceRequest(verb, resource, namespace));
    }

    @Test
    void aStatusIsUnderstoodInJsonAndProtobuf() {
        String json = """
                {"kind":"Status","apiVersion":"v1","status":"Failure","message":"bad","reason":"Invalid","code":422,
                 "details":{"group":"apps","kind":"deployments","retryAfterSeconds":3,
                  "causes":[{"reason":"FieldValueInvalid","message":"must be positive","field":"spec.replicas"}]}}
                """;
        ApiStatus status =
                ApiStatus.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(status.causes())
                .containsExactly(new Failure.FieldCause("spec.replicas", "FieldValueInvalid", "must be positive"));
        assertThat(ApiFailures.of(PODS, 422, status, null, List.of()))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, f -> assertThat(f.causes()).hasSize(1));
        assertThat(ApiFailures.of(PODS, 429, status, null, List.of()))
                .isInstanceOfSatisfying(
                        Failure.TooManyRequests.class,
                        f -> assertThat(f.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
        assertThat(ApiStatus.parse(protobufGone())).hasValueSatisfying(gone -> {
            assertThat(gone.code()).isEqualTo(410);
            assertThat(gone.reason()).isEqualTo("Expired");
        });
    }

    /// `k8s\0`, then `runtime.Unknown{typeMeta: {v1, Status}, raw: Status{reason: Expired, code: 410}}`.
    private static byte[] protobufGone() {
        byte[] type = {0x0a, 2, 'v', '1', 0x12, 6, 'S', 't', 'a', 't', 'u', 's'};
        byte[] raw = {0x22, 7, 'E', 'x', 'p', 'i', 'r', 'e', 'd', 0x30, (byte) 0x9a, 3};
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(new byte[] {'k', '8', 's', 0, 0x0a, (byte) type.length});
        out.writeBytes(type);
        out.writeBytes(new byte[] {0x12, (byte) raw.length});
        out.writeBytes(raw);
        return out.toByteArray();
    }

    @Test
    void noCredentialAndNothingOfASecretIsShown() {
        Failure said = status(PODS, 500, "token s3cr3t-token, Bearer abcdefghij, password: hunter22\u001b[31m\u0007");
        assertThat(said.detail()).doesNotContain("s3cr3t-token", "abcdefghij", "hunter22", "\u001b", "\u0007");

        Request secret = Request.get("/api/v1/namespaces/a/secrets/db", "application/json");
        assertThat(status(secret, 422, "data.key: Invalid value: \"c2VjcmV0\": bad")
                        .detail())
                .doesNotContain("c2VjcmV0")
                .contains("Invalid value");
    }

    @Test
    void aRefusalToReadSecretsNamesWhatIsRefused() {
        Request secrets = Request.get("/api/v1/namespaces/a/secrets", "application/json");

        assertThat(status(secrets, 403, "secrets is forbidden: User \"amy\" cannot list resource \"secrets\"")
                        .detail())
                .contains("cannot list resource \"secrets\"");
    }

    @Property(tries = 500)
    void noBodyMakesTheMappingFail(@ForAll byte[] body, @ForAll String text) {
        assertThatCode(() -> {
                    var _ = ApiStatus.parse(body);
                    byte[] magic = new byte[body.length + 4];
                    System.arraycopy(new byte[] {'k', '8', 's', 0}, 0, magic, 0, 4);
                    System.arraycopy(body, 0, magic, 4, body.length);
                    var _ = ApiStatus.parse(magic);
                    var _ = status(PODS, 403, text);
                })
                .doesNotThrowAnyException();
    }
}
