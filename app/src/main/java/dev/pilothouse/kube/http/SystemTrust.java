package dev.pilothouse.kube.http;

import dev.pilothouse.kube.login.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The authorities that this machine trusts, where a company puts its own: the program's runtime brings its own list,
/// which knows none of them, but kubectl goes by the machine's.
///
/// @param system the name of the operating system, as `os.name`
/// @param environment the variables of our own process; `SSL_CERT_FILE` names another bundle, as for kubectl
/// @param bundles where Linux systems keep theirs; the first that is there counts
record SystemTrust(String system, Map<String, String> environment, List<Path> bundles) {
    private static final int LARGEST_BUNDLE = 16 << 20;

    /// Debian and Arch, Fedora, openSUSE, old and new Red Hat, Alpine.
    private static final List<Path> USUAL = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/tls/cacert.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    /// That of the machine that we run on.
    static SystemTrust ofThisMachine() {
        return new SystemTrust(System.getProperty("os.name", ""), System.getenv(), USUAL);
    }

    /// Its authorities; none where it keeps none that we can read: then the runtime's own list is all there is, and a
    /// server that it does not know is refused by name.
    List<X509Certificate> authorities() {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("windows")) return stored("Windows-ROOT");
        if (name.contains("mac")) {
            return Stream.concat(stored("KeychainStore-ROOT").stream(), stored("KeychainStore").stream())
                    .toList();
        }
        return bundled();
    }

    private static List<X509Certificate> stored(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<X509Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.isCertificateEntry(alias) ? store.getCertificate(alias) : null;
                if (certificate instanceof X509Certificate authority) found.add(authority);
            }
            return found;
        } catch (GeneralSecurityException | IOException e) {
            return List.of(); // a system without such a store
        }
    }

    private List<X509Certificate> bundled() {
        String named = environment.getOrDefault("SSL_CERT_FILE", "");
        try {
            List<Path> candidates = named.isEmpty() ? bundles : List.of(Path.of(named));
            for (Path file : candidates) if (Files.isReadable(file)) return read(file);
            return List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // gone meanwhile, or a name that no file can have
        }
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Pem.readable(new String(in.readNBytes(LARGEST_BUNDLE), StandardCharsets.UTF_8));
        }
    }
}
