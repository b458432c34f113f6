package dev.pilothouse.kube.http;

import dev.pilothouse.kube.login.ClientCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
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

    /// The context for connections to whoever the system trusts, such as a proxy.
    static SSLContext context() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(usual(SystemTrust.ofThisMachine())), null);
        return context;
    }

    private static TrustManager[] trust(Endpoint endpoint) throws GeneralSecurityException, IOException {
        if (endpoint.insecure()) return new TrustManager[] {new AnyServer()};
        boolean own = !endpoint.authorities().isEmpty();
        return trust(own ? endpoint.authorities() : usual(SystemTrust.ofThisMachine()));
    }

    /// The runtime's authorities, and the system's.
    static List<X509Certificate> usual(SystemTrust system) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        Set<X509Certificate> all = new LinkedHashSet<>(system.authorities());
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager runtime) all.addAll(List.of(runtime.getAcceptedIssuers()));
        }
        return List.copyOf(all);
    }

    private static TrustManager[] trust(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store(authorities));
        return factory.getTrustManagers();
    }

    private static KeyStore store(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) store.setCertificateEntry("ca-" + i, authorities.get(i));
        return store;
    }
}
