package dev.pilothouse.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=s3cr3t-value",
                "AWS_SECRET_ACCESS_KEY: s3cr3t-value",
                "{\"client_secret\": \"s3cr3t-value\"}",
                "{\"id_token\":\"s3cr3t-value and its rest, cut off",
                "--password='s3cr3t-value'",
                "Authorization: Bearer s3cr3t-value",
                "https://me:s3cr3t-value@proxy.example:3128",
                "-----BEGIN PRIVATE KEY-----\ns3cr3t-value\n"
            })
    void whatNamesASecretIsMasked(String text) {
        assertThat(Redaction.clean(text)).doesNotContain("s3cr3t").contains("•••");
    }

    @Test
    void whatNamesNoneStays() {
        assertThat(Redaction.clean("pods \"web-0\" not found: kind=Pod, name=web-0"))
                .isEqualTo("pods \"web-0\" not found: kind=Pod, name=web-0");
    }

    @Test
    void aKnownSecretIsMaskedAlsoWhereTheTextIsCut() {
        String pem = "-----BEGIN CERTIFICATE-----" + "A".repeat(19_100) + "-----END CERTIFICATE-----";
        assertThat(Redaction.clean(pem + "known-to-be-secret", List.of("known-to-be-secret")))
                .doesNotContain("known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "token", "a.", "bearer ", "\"", "eyJ-", "a://", "'=", "token-\"", "\u001b[0"})
    void noTextOfAHostileServerTakesLong(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        // not how fast it is: whether it comes to an end at all
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Redaction.clean(text));
    }
}
