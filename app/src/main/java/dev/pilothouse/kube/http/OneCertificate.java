package dev.pilothouse.kube.http;

import dev.pilothouse.kube.login.ClientCertificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows one certificate to whoever asks for one, also where the server's list of authorities does not name its
/// issuer, as kubectl does.
final class OneCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final ClientCertificate certificate;

    OneCertificate(ClientCertificate certificate) {
        this.certificate = certificate;
    }

    private @Nullable String aliasFor(String... keyTypes) {
        String own = certificate.key().getAlgorithm();
        for (String type : keyTypes) if (type.startsWith(own) || own.startsWith("Ed")) return ALIAS;
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket s) {
        return aliasFor(types);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return aliasFor(types);
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
        return aliasFor(type) == null ? new String[0] : new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return certificate.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return certificate.key();
    }

    @Override
    public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket s) {
        return null;
    }
}
