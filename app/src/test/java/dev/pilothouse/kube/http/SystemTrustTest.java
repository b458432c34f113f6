package dev.pilothouse.kube.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.login.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTrustTest {
    @TempDir
    private Path folder;

    private static String company() throws IOException {
        try (InputStream in = Pem.class.getResourceAsStream("pem/certificate.pem")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Path bundle(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aCompanysAuthorityInTheSystemsBundleIsTrustedBesideThoseOfTheRuntime() throws Exception {
        String broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        Path bundle = bundle("bundle.crt", "# made by a tool\n" + broken + company());
        X509Certificate company = Pem.certificates(company()).getFirst();

        SystemTrust system = new SystemTrust("Linux", Map.of(), List.of(folder.resolve("absent"), bundle));
        assertThat(system.authorities()).containsExactly(company);
        List<X509Certificate> runtime = Tls.usual(new SystemTrust("Linux", Map.of(), List.of()));
        assertThat(runtime).isNotEmpty().doesNotContain(company);
        assertThat(Tls.usual(system)).contains(company).containsAll(runtime);
    }

    @Test
    void theVariableThatKubectlReadsGoesFirst() throws Exception {
        Path other = bundle("other.crt", "nothing");
        Path named = bundle("named.crt", company());
        Map<String, String> environment = Map.of("SSL_CERT_FILE", named.toString());
        assertThat(new SystemTrust("Linux", environment, List.of(other)).authorities())
                .hasSize(1);
    }

    @Test
    void aSystemWithoutAStoreLeavesTheRuntimesList() {
        assertThat(new SystemTrust("Windows 11", Map.of(), List.of()).authorities())
                .isEmpty();
        Map<String, String> nonsense = Map.of("SSL_CERT_FILE", "a\0b");
        assertThat(new SystemTrust("Linux", nonsense, List.of()).authorities()).isEmpty();
    }
}
