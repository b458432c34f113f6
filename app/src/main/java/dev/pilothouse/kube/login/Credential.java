package dev.pilothouse.kube.login;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What shows who asks: an `Authorization` header, a client certificate, both or neither.
///
/// @param authorization the header's value, empty for none
/// @param certificate the client certificate, or null
public record Credential(String authorization, @Nullable ClientCertificate certificate) {

    /// No credential: the server sees an anonymous user.
    public static final Credential NONE = new Credential("", null);

    /// A bearer token.
    public static Credential bearer(String token) {
        return new Credential("Bearer " + token, null);
    }

    /// User name and password.
    public static Credential basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credential("Basic " + Base64.getEncoder().encodeToString(pair), null);
    }

    /// The same with a client certificate.
    public Credential with(@Nullable ClientCertificate clientCertificate) {
        return new Credential(authorization, clientCertificate);
    }

    /// What must never be shown.
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        int space = authorization.indexOf(' ');
        if (space <= 0) return secrets;
        String secret = authorization.substring(space + 1);
        secrets.add(secret);
        if (authorization.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
            secrets.add(pair.substring(pair.indexOf(':') + 1));
        }
        return secrets;
    }

    /// Says what it is, never what it holds.
    @Override
    public String toString() {
        int space = authorization.indexOf(' ');
        return "Credential[" + (space > 0 ? authorization.substring(0, space) : "")
                + (certificate == null ? "" : " certificate") + "]";
    }
}
