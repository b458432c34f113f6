package dev.pilothouse.kube.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.text.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The `ExecCredential` that a plugin prints.
///
/// @param credential what it gave
/// @param expiry when it ends; null where it does not say
record ExecAnswer(Credential credential, @Nullable Instant expiry) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// An output that is no credential, and why. Never quotes the output.
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        UnusableException(Text reason) {
            super(reason.key());
            this.reason = reason;
        }

        Text reason() {
            return reason;
        }
    }

    /// Reads a plugin's output.
    ///
    /// @param apiVersion the version that the kubeconfig says it speaks
    static ExecAnswer parse(String output, String apiVersion) throws UnusableException {
        JsonNode root = tree(output);
        if (!root.path("kind").asText().equals("ExecCredential")) {
            throw new UnusableException(Text.of("kube.login.noCredential"));
        }
        String version = root.path("apiVersion").asText();
        if (!version.equals(apiVersion)) {
            throw new UnusableException(Text.of("kube.login.otherVersion", Redaction.clean(version), apiVersion));
        }
        JsonNode status = root.path("status");
        String token = status.path("token").asText("");
        String certificate = status.path("clientCertificateData").asText("");
        String key = status.path("clientKeyData").asText("");
        if (token.isEmpty() && certificate.isEmpty()) throw new UnusableException(Text.of("kube.login.empty"));
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new UnusableException(Text.of("kube.login.halfCertificate"));
        }
        Credential credential = token.isEmpty() ? Credential.NONE : Credential.bearer(token);
        return new ExecAnswer(
                certificate.isEmpty() ? credential : credential.with(certificate(certificate, key)),
                instant(status.path("expirationTimestamp").asText("")));
    }

    private static JsonNode tree(String output) throws UnusableException {
        try {
            JsonNode root = JSON.readTree(output);
            if (root != null) return root;
        } catch (JsonProcessingException e) {
            // its message quotes the output, which may hold a token
        }
        throw new UnusableException(Text.of("kube.login.noCredential"));
    }

    private static ClientCertificate certificate(String certificate, String key) throws UnusableException {
        try {
            return ClientCertificate.of(certificate, key);
        } catch (PemException e) {
            throw new UnusableException(Text.of("kube.login.certificate", e.problem()));
        }
    }

    private static @Nullable Instant instant(String text) throws UnusableException {
        if (text.isEmpty()) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnusableException(Text.of("kube.login.expiry"));
        }
    }
}
