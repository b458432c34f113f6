package dev.pilothouse.insight.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.insight.yaml.YamlTokens.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class YamlTokensTest {

    @Test
    void keysNumbersWordsAndTextsAreToldApart() {
        assertThat(read("spec:\n  replicas: 3\n  paused: true\n  image: \"web:1\"\n"))
                .containsExactly(
                        "KEY spec",
                        "MARK :",
                        "KEY replicas",
                        "MARK :",
                        "NUMBER 3",
                        "KEY paused",
                        "MARK :",
                        "WORD true",
                        "KEY image",
                        "MARK :",
                        "TEXT \"web:1\"");
    }

    @Test
    void aUrlIsNoKeyAndADottedKeyIs() {
        assertThat(read("- http://cart/healthz\napp.kubernetes.io/name: cart\n"))
                .containsExactly("MARK -", "KEY app.kubernetes.io/name", "MARK :");
    }

    @Test
    void aBlockEndsWhereTheIndentDoes() {
        assertThat(read("data:\n  run.sh: |\n    exit: 1\n\n    done\n  other: x\n"))
                .containsExactly(
                        "KEY data",
                        "MARK :",
                        "KEY run.sh",
                        "MARK :",
                        "MARK |",
                        "TEXT exit: 1",
                        "TEXT done",
                        "KEY other",
                        "MARK :");
    }

    @Test
    @Timeout(10)
    void aLongHostileLineIsReadInOnePass() {
        assertThat(YamlTokens.of("\"" + "\\\"a".repeat(200_000))).isNotNull();
        assertThat(YamlTokens.of("- ".repeat(200_000) + ":")).isNotNull();
    }

    private static List<String> read(String yaml) {
        return YamlTokens.of(yaml).stream()
                .map(token -> token.kind() + " " + yaml.substring(token.start(), token.end()))
                .collect(Collectors.toList());
    }

    @Test
    void tokensNeverOverlap() {
        String yaml = "a: [1, 2]\nb: {c: d}\n- - x: 'q'\n# note\ntext: plain # tail\n";
        int last = 0;
        for (var token : YamlTokens.of(yaml)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            last = token.end();
        }
        assertThat(YamlTokens.of(yaml)).extracting(YamlTokens.Token::kind).contains(Kind.COMMENT);
    }
}
