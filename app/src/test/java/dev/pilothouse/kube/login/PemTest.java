package dev.pilothouse.kube.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {

    private static String sample(String name) throws IOException {
        try (InputStream in = PemTest.class.getResourceAsStream("pem/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-pkcs1, RSA",
        "rsa-pkcs8, RSA",
        "ec-sec1, EC",
        "ec-sec1-with-parameters, EC",
        "ec-pkcs8, EC",
        "ed25519-pkcs8, EdDSA"
    })
    void everyKeyThatOpensslWritesIsRead(String file, String algorithm) throws Exception {
        PrivateKey key = Pem.privateKey(sample(file + ".pem"));

        assertThat(key.getAlgorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"rsa-pkcs8-encrypted", "rsa-pkcs1-encrypted"})
    void aKeyWithAPasswordIsRefusedByName(String file) throws Exception {
        String pem = sample(file + ".pem");

        assertThat(catchThrowableOfType(PemException.class, () -> Pem.privateKey(pem))
                        .problem()
                        .key())
                .isEqualTo("kube.pem.encryptedKey");
    }

    @Test
    void aBundleGivesAllItsCertificatesWhateverStandsBetweenThem() throws Exception {
        String one = sample("certificate.pem");

        assertThat(Pem.certificates("# a comment\n" + one + "\nsubject=x\n" + one.replace("\n", "\r\n")))
                .hasSize(2);
    }

    /// Read to the end from each beginning, this would take minutes.
    @Test
    void beginningsWithoutAnEndTakeNoLongerThanAnyText() throws Exception {
        String bad = "-----BEGIN CERTIFICATE-----\n-".repeat(100_000);

        assertThat(Pem.certificates(bad + "\n" + sample("certificate.pem"))).hasSize(1);
    }

    @Property(tries = 300)
    void brokenKeysAreAProblemNotACrash(@ForAll byte[] noise) {
        String body = java.util.Base64.getEncoder().encodeToString(noise);
        for (String type : new String[] {"EC PRIVATE KEY", "RSA PRIVATE KEY", "PRIVATE KEY", "EC PARAMETERS"}) {
            String pem = "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
            assertThat(catchThrowableOfType(PemException.class, () -> Pem.privateKey(pem)))
                    .isNotNull();
        }
    }
}
