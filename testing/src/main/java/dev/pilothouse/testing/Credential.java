package dev.pilothouse.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a user shows to the API server.
public sealed interface Credential {

    /// The `user` entry of a kubeconfig, as a YAML flow mapping.
    String toKubeconfigUser();

    /// A bearer token.
    record Token(String token) implements Credential {
        @Override
        public String toKubeconfigUser() {
            return "{token: \"" + token + "\"}";
        }
    }

    /// A client certificate.
    ///
    /// @param certificate PEM
    /// @param key PEM, PKCS #8
    record Certificate(String certificate, String key) implements Credential {
        @Override
        public String toKubeconfigUser() {
            return "{client-certificate-data: " + base64(certificate) + ", client-key-data: " + base64(key) + "}";
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
