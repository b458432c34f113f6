package dev.pilothouse.kube.http;

import dev.pilothouse.kube.login.ClientCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whom we trust, and the certificate we show.
final class Tls {
    private Tls() {}

    /// The context for connections to `endpoint`.
    static SSLContext context(Endpoint endpoint, @Nullable ClientCertificate certificate)
            throws GeneralSecurityException, IOException {
        KeyManager[] keys = certificate == null ? null : new KeyManager[] {new OneCertificate(certificate)};
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust(endpoint), null);
        return endpoint.serverName().isEmpty() ? context : new FixedNameContext(context, endpoint.serverName());
    }

    private static TrustManager[] trust(Endpoint endpoint) throws GeneralSecurityException, IOException {
        if (endpoint.insecure()) return new TrustManager[] {new AnyServer()};
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(endpoint.authorities().isEmpty() ? null : store(endpoint.authorities()));
        return factory.getTrustManagers();
    }

    private static KeyStore store(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) store.setCertificateEntry("ca-" + i, authorities.get(i));
        return store;
    }
}
