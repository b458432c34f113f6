package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.bootstrap.OptionParser.Outcome;
import dev.pilothouse.ui.bootstrap.OptionParser.Print;
import dev.pilothouse.ui.bootstrap.OptionParser.Start;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OptionParserTest {

    private static Outcome parse(String... arguments) {
        return new OptionParser(new Messages(Language.EN)).parse(arguments, "pilothouse 1");
    }

    @Test
    void everyOptionReachesTheStart() {
        Outcome outcome = parse(
                "--context",
                "prod",
                "-n",
                "a,b",
                "-c",
                ":pods team-a",
                "--readonly",
                "--kubeconfig",
                "/k",
                "--lang",
                "ja",
                "--theme",
                "dark",
                "--trace",
                "/t");

        assertThat(outcome).isInstanceOfSatisfying(Start.class, start -> {
            StartOptions options = start.options();
            assertThat(options.context()).isEqualTo("prod");
            assertThat(options.namespaces()).containsExactly("a", "b");
            assertThat(options.command()).isEqualTo(":pods team-a");
            assertThat(options.readOnly()).isTrue();
            assertThat(options.demo()).isFalse();
            assertThat(options.kubeconfig()).isEqualTo(Path.of("/k"));
            assertThat(options.language()).isEqualTo(Language.JA);
            assertThat(options.theme()).isEqualTo("dark");
            assertThat(options.trace()).isEqualTo(Path.of("/t"));
        });
    }

    @Test
    void aWrongOptionSaysWhichThereAreTheNearestFirst() {
        assertThat(parse("--namespce", "a")).isInstanceOfSatisfying(Print.class, print -> {
            assertThat(print.status()).isEqualTo(2);
            assertThat(print.text())
                    .contains("no option --namespce. Options: --namespace, ")
                    .contains("--trace");
        });
    }

    @Test
    void aWrongValueSaysWhatIsKnown() {
        assertThat(parse("--theme", "pink")).isInstanceOfSatisfying(Print.class, print -> {
            assertThat(print.status()).isEqualTo(2);
            assertThat(print.text()).contains("pink").contains("light, dark, system");
        });
        assertThat(parse("--lang", "fr")).isInstanceOf(Print.class);
        assertThat(parse("--context"))
                .isInstanceOfSatisfying(Print.class, p -> assertThat(p.status()).isEqualTo(2));
    }

    @Test
    void helpAndVersionEndWell() {
        assertThat(parse("--help")).isInstanceOfSatisfying(Print.class, print -> {
            assertThat(print.status()).isZero();
            assertThat(print.text()).contains("--all-namespaces").contains("demo cluster");
        });
        assertThat(parse("--version")).isEqualTo(new Print("pilothouse 1" + System.lineSeparator(), 0));
    }

    @Test
    void messagesAboutTheCommandLineSpeakItsLanguage() {
        assertThat(OptionParser.languageOf(new String[] {"--lang", "ja"}, Locale.ENGLISH))
                .isEqualTo(Language.JA);
        assertThat(OptionParser.languageOf(new String[] {"--lang=en"}, Locale.JAPANESE))
                .isEqualTo(Language.EN);
        assertThat(OptionParser.languageOf(new String[] {}, Locale.JAPANESE)).isEqualTo(Language.JA);
    }
}
