package dev.pilothouse.kube.login;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A certificate that the client shows, with its key.
///
/// @param chain the client's own certificate first
/// @param key the private key
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {

    /// Copies the chain.
    public ClientCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("a chain has a certificate");
    }

    /// Reads both from PEM.
    ///
    /// @throws PemException where the text is not what it should be
    public static ClientCertificate of(String certificatePem, String keyPem) throws PemException {
        return new ClientCertificate(Pem.certificates(certificatePem), Pem.privateKey(keyPem));
    }

    /// Says whose it is, never the key.
    @Override
    public String toString() {
        return "ClientCertificate[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
