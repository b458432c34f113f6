package dev.pilothouse.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// A test cluster's certificate authority and keys, in its `pki` folder: issues certificates and tokens.
final class Authority {
    /// How long after its `exp` an API server still takes a token; the allowance of the library that it uses.
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final Path pki;

    Authority(Path pki) {
        this.pki = pki;
    }

    /// The authority's certificate, PEM.
    Path caFile() {
        return pki.resolve("ca.crt");
    }

    /// The administrator's token.
    Credential.Token admin() {
        return new Credential.Token(read(pki.resolve("admin.token")).strip());
    }

    /// A client certificate for `user` in these groups, good for a day.
    Credential.Certificate issue(String user, List<String> groups) {
        try {
            Path work = Files.createTempDirectory(pki, "user");
            StringBuilder subject = new StringBuilder("/CN=").append(user);
            groups.forEach(group -> subject.append("/O=").append(group));
            Path key = work.resolve("key");
            Path request = work.resolve("csr");
            Path certificate = work.resolve("crt");
            Path purpose = Files.writeString(work.resolve("purpose"), "extendedKeyUsage=clientAuth\n");
            openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key);
            openssl("req", "-new", "-key", key, "-subj", subject, "-out", request);
            openssl(
                    "x509",
                    "-req",
                    "-in",
                    request,
                    "-CA",
                    caFile(),
                    "-CAkey",
                    pki.resolve("ca.key"),
                    "-days",
                    1,
                    "-set_serial",
                    System.nanoTime(),
                    "-extfile",
                    purpose,
                    "-out",
                    certificate);
            return new Credential.Certificate(read(certificate), read(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A service account's token that the API server takes for so long from now, and not longer.
    ///
    /// The server remembers for ten seconds that a token was good, so a token in use lives that much longer.
    Credential.Token token(String namespace, String account, String uid, Duration validFor) {
        Instant now = Instant.now();
        String audience = "https://kubernetes.default.svc";
        Map<String, Object> claims = Map.of(
                "iss", audience,
                "aud", List.of(audience),
                "sub", "system:serviceaccount:" + namespace + ":" + account,
                "iat", now.minus(LEEWAY.multipliedBy(2)).getEpochSecond(),
                "nbf", now.minus(LEEWAY.multipliedBy(2)).getEpochSecond(),
                "exp", now.plus(validFor).minus(LEEWAY).getEpochSecond(),
                "kubernetes.io", Map.of("namespace", namespace, "serviceaccount", Map.of("name", account, "uid", uid)));
        try {
            ObjectMapper json = new ObjectMapper();
            String signed = base64(json.writeValueAsBytes(Map.of("alg", "ES256", "typ", "JWT"))) + "."
                    + base64(json.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(Pem.privateKey(read(pki.resolve("sa.key"))));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return new Credential.Token(signed + "." + base64(signature.sign()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }

    /// TLS for a client that trusts this authority, and shows a certificate if that is its credential.
    SSLContext clientTls(@Nullable Credential credential) {
        return credential instanceof Credential.Certificate c ? tls(c.certificate(), c.key()) : tls(null, null);
    }

    /// TLS for a server at 127.0.0.1, with the API server's own certificate.
    SSLContext serverTls() {
        return tls(read(pki.resolve("apiserver.crt")), read(pki.resolve("apiserver.key")));
    }

    private SSLContext tls(@Nullable String certificate, @Nullable String key) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", Pem.certificate(read(caFile())));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);

            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            if (certificate != null && key != null) {
                PrivateKey secret = Pem.privateKey(key);
                own.setKeyEntry(
                        "own", secret, new char[0], new java.security.cert.Certificate[] {Pem.certificate(certificate)
                        });
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);

            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the test cluster's certificates cannot be used", e);
        }
    }

    private static void openssl(Object... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        for (Object argument : arguments) command.add(argument.toString());
        ClusterScripts.run(command, Map.of(), false).orThrow();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
